package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.format.Reason;

import java.time.Instant;

/**
 * One payload that was not understood.
 *
 * @param text its bytes as text, with a mark where they are none; only its beginning if it is long
 * @param bytes how many there are
 */
public record SetAsideOnePage(
        String path,
        String channel,
        Reason reason,
        long line,
        Instant received,
        String text,
        boolean cut,
        long bytes,
        boolean discarded) {}
