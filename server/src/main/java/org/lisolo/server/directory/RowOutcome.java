package org.lisolo.server.directory;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * What a row of a table does, or why it can't.
 *
 * @param row counted from 1 for the first below the titles
 * @param name of whom or what it is about, as far as that was read
 */
record RowOutcome(long row, Kind kind, String name, List<Problem> problems) {
    RowOutcome {
        problems = List.copyOf(problems);
    }

    /** The codes are stored; they never change. */
    enum Kind {
        ADDED(1),
        ALTERED(2),
        SAME(3),
        REFUSED(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind of(int code) {
            return values()[code - 1];
        }
    }
}
