package org.lisolo.server.evidence;

import java.util.Locale;

/** What somebody did with something that is not public. The codes are stored and hashed. */
public enum Deed {
    /** It was shown to them. */
    LOOK(1),
    /** They took it along: a file, a table, a print. */
    EXPORT(2),
    /** They changed it. */
    CHANGE(3),
    /** They asked for it and did not get it, or not done what they asked for. */
    REFUSED(4);

    private final int code;

    Deed(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The last part of the keys of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Deed of(int code) {
        return switch (code) {
            case 1 -> LOOK;
            case 2 -> EXPORT;
            case 3 -> CHANGE;
            case 4 -> REFUSED;
            default -> throw new IllegalArgumentException("no deed has the code " + code);
        };
    }
}
