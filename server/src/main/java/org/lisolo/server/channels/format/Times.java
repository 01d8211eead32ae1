package org.lisolo.server.channels.format;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as networks write them: RFC 3339, now and then without the zone. */
public final class Times {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /** Null where it is no time, or none that a message can have; without a zone it is UTC. */
    public static @Nullable Instant orNull(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        try {
            return within(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return withoutZone(text);
        }
    }

    private static @Nullable Instant withoutZone(String text) {
        try {
            return within(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable Instant within(Instant time) {
        return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    }
}
