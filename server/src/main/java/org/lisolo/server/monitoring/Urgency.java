package org.lisolo.server.monitoring;

import java.util.Locale;

/** How soon somebody should look. The codes are stored and order the levels; they never change. */
public enum Urgency {
    /** Good to know. */
    ROUTINE(1),
    /** Within the day. */
    IMPORTANT(2),
    /** Now. */
    URGENT(3);

    private final int code;

    Urgency(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Urgency of(int code) {
        return switch (code) {
            case 1 -> ROUTINE;
            case 2 -> IMPORTANT;
            case 3 -> URGENT;
            default -> throw new IllegalArgumentException("no urgency has the code " + code);
        };
    }

    public static Urgency higher(Urgency one, Urgency other) {
        return one.code >= other.code ? one : other;
    }

    /** As it stands in addresses, forms and bundle keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
