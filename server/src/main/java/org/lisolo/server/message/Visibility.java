package org.lisolo.server.message;

/**
 * Who may see a message that stands in the log. What is only between people (direct messages,
 * consultations) never comes here, so it has no class here. The codes are stored; they never
 * change.
 */
public enum Visibility {
    /** Everyone. */
    PUBLIC(1),
    /** The staff of the organisation whose account carried it. */
    ORGANISATION(2),
    /** The members of a closed group. */
    SPACE(3);

    private final int code;

    Visibility(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Visibility of(int code) {
        return switch (code) {
            case 1 -> PUBLIC;
            case 2 -> ORGANISATION;
            case 3 -> SPACE;
            default -> throw new IllegalArgumentException("no visibility has the code " + code);
        };
    }
}
