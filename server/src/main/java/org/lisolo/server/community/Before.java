package org.lisolo.server.community;

import java.util.UUID;

/**
 * From where a list that begins with the newest is read on: before an id, for ids are in the order
 * of time.
 */
public final class Before {
    /** Above all ids. */
    public static final UUID NOW = new UUID(-1, -1);

    private Before() {}

    /** As an address has it; what is no id stands for the beginning. */
    public static UUID of(String typed) {
        try {
            return typed.isEmpty() ? NOW : UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            return NOW;
        }
    }
}
