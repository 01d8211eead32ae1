package org.lisolo.server.publishing.conversations;

import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.publishing.ConversationId;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Where a page of conversations ended, so that what comes or goes in between moves nothing.
 *
 * @param key the time by which the list is ordered
 */
record ConversationCursor(OffsetDateTime key, ConversationId id) {
    static ConversationCursor behind(Conversation last, ConversationFilter filter) {
        Instant key = filter.show().isUnderWay() ? last.due().orElse(last.last()) : last.last();
        return new ConversationCursor(key.atOffset(ZoneOffset.UTC), last.id());
    }

    static Optional<ConversationCursor> read(String written) {
        int tilde = written.indexOf('~');
        if (tilde < 0) {
            return Optional.empty();
        }
        try {
            OffsetDateTime key =
                    Instant.parse(written.substring(0, tilde)).atOffset(ZoneOffset.UTC);
            return Addresses.id(written.substring(tilde + 1))
                    .map(id -> new ConversationCursor(key, new ConversationId(id)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    String written() {
        return key.toInstant().toString() + '~' + id;
    }
}
