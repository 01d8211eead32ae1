package org.lisolo.server.directory;

import java.util.Arrays;
import java.util.Optional;

/** What an entry is about. The codes are stored; they never change. */
public enum EntryKind {
    FACILITY(1, "facilities"),
    PROFESSIONAL(2, "professionals");

    private final int code;
    private final String path;

    EntryKind(int code, String path) {
        this.code = code;
        this.path = path;
    }

    int code() {
        return code;
    }

    /** As it stands in addresses. */
    public String path() {
        return path;
    }

    static EntryKind of(int code) {
        return code == FACILITY.code ? FACILITY : PROFESSIONAL;
    }

    static Optional<EntryKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
