package org.lisolo.server.community.direct;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the pages of messages between two show. */
public final class DirectPages {
    private DirectPages() {}

    /** Somebody with whom one writes. */
    public record Line(PairId id, String name, Instant lastAt, long unread) {}

    /** All of them. */
    public record ListPage(List<Line> lines, boolean takes, String newer, String older) {}

    /** Something written. */
    public record Said(UUID id, boolean mine, String words, Instant at) {
        @Override
        public String toString() {
            return "a message between two";
        }
    }

    /**
     * What two people write.
     *
     * @param about what was read before writing for the first time; empty if they wrote already
     * @param action where the form goes; it stands in the page if {@code mayWrite}
     */
    public record PairPage(
            String name,
            String about,
            String action,
            List<Said> said,
            boolean mayWrite,
            UUID next,
            String typed,
            List<Problem> problems,
            String newer,
            String older) {
        @Override
        public String toString() {
            return "what two people write";
        }
    }

    /** A message, and who wrote it to whom. */
    public record Row(UUID id, String sender, String reporter, String words, Instant at) {
        @Override
        public String toString() {
            return "a message that was reported";
        }
    }

    /** What is to be settled. */
    public record ReportsPage(List<Row> rows) {}
}
