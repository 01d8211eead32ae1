package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.message.ChannelId;

import java.time.Instant;
import java.util.UUID;

/**
 * A payload that was not understood, as it came.
 *
 * @param line where it stood in what was sent
 */
@SuppressWarnings("ArrayRecordComponent") // equality of payloads is nobody's question
record SetAside(
        UUID id,
        ChannelId channel,
        byte[] payload,
        String mediaType,
        Reason reason,
        long line,
        Instant received,
        boolean discarded) {}
