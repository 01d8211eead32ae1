package org.lisolo.server.message;

import java.time.Instant;
import java.util.UUID;

/** One thing that happened to a message; a UUIDv7, given when it is received. */
public record EventId(UUID value) {
    /** Greater than any that is given. */
    public static final EventId LAST = new EventId(new UUID(-1L, -1L));

    /** The least that is given in a millisecond. */
    public static EventId firstAt(Instant time) {
        return new EventId(new UUID(time.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L));
    }

    /** Whether it was given before the other. */
    public boolean isBefore(EventId other) {
        int upper =
                Long.compareUnsigned(
                        value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return upper != 0
                ? upper < 0
                : Long.compareUnsigned(
                                value.getLeastSignificantBits(),
                                other.value.getLeastSignificantBits())
                        < 0;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
