package org.lisolo.server.message;

/** What can happen to a message. The codes are stored; they never change. */
public enum EventKind {
    CREATED(1),
    EDITED(2),
    DELETED(3);

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static EventKind of(int code) {
        return switch (code) {
            case 1 -> CREATED;
            case 2 -> EDITED;
            case 3 -> DELETED;
            default -> throw new IllegalArgumentException("no event kind has the code " + code);
        };
    }
}
