package org.lisolo.server.directory;

/** Whether the public finds an entry. The codes are stored; they never change. */
public enum EntryState {
    PUBLIC(1),
    /** Kept for later; nobody outside sees anything of it. */
    HIDDEN(2),
    /** Taken out; only its organisation still sees it. */
    RETIRED(3);

    private final int code;

    EntryState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static EntryState of(int code) {
        return switch (code) {
            case 1 -> PUBLIC;
            case 2 -> HIDDEN;
            case 3 -> RETIRED;
            default -> throw new IllegalArgumentException("no state has the code " + code);
        };
    }
}
