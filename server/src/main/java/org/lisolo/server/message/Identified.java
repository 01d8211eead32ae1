package org.lisolo.server.message;

import org.lisolo.screening.phi.PhiFinding;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * What in the words of an event points at a person, as one reader sees it.
 *
 * @param screened whether the words were looked at yet
 * @param found by place
 * @param safe the words with what points at a person said in a safe way; empty where there is
 *     nothing to change
 * @param mayMark whether this reader may say that a finding is wrong
 */
public record Identified(
        EventId event, boolean screened, List<One> found, String safe, boolean mayMark) {
    public Identified {
        found = List.copyOf(found);
    }

    /**
     * One identifier.
     *
     * @param words as they stand in the message
     * @param wrong who said that it is none
     */
    public record One(PhiFinding finding, String words, Optional<Mark> wrong) {
        /** Neither public nor said to be wrong. */
        public boolean points() {
            return !finding.isPublic() && wrong.isEmpty();
        }

        /** The category's key in the bundles. */
        public String category() {
            return finding.category().name().toLowerCase(Locale.ROOT);
        }

        /** How sure it is, of 100; nothing is ever wholly sure. */
        public int surety() {
            return Math.clamp(Math.round(finding.confidence() * 100), 1, 99);
        }

        /** Why it was found; empty where an earlier version found it that had other reasons. */
        public String why(Locale locale) {
            try {
                return finding.because(locale).replace('\'', '’');
            } catch (MissingResourceException _) {
                return "";
            }
        }
    }

    /** By whom and when a finding was said to be wrong. */
    public record Mark(String by, Instant at) {}

    /** How many point at a person. */
    public int pointing() {
        return (int) found.stream().filter(One::points).count();
    }

    /** Where marks on a finding are posted. */
    public String path(One one) {
        return "/work/identifiers/"
                + event
                + "/"
                + one.finding().span().start()
                + "-"
                + one.finding().span().end()
                + "-"
                + one.category();
    }
}
