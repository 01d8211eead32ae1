package org.lisolo.server.archive.trail;

import org.lisolo.server.message.MessageId;

import java.time.Instant;
import java.util.List;

/**
 * The accounting of disclosures for a person: what left the organisation about the author of a
 * message.
 *
 * @param message by which the author was found
 * @param messages how many of theirs are kept
 * @param since how far it looks back
 */
public record DisclosuresPage(
        MessageId message,
        String author,
        String organisation,
        int messages,
        Instant since,
        Instant now,
        List<TrailRow> rows) {}
