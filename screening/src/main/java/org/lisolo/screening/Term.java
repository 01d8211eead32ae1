package org.lisolo.screening;

/** One word of a query. */
public sealed interface Term {
    /** As the language writes it. */
    String written();

    /** A folded word, itself and nothing longer. */
    record Plain(String folded) implements Term {
        @Override
        public String written() {
            return folded;
        }
    }

    /**
     * A folded word in which {@code ?} stands for any one letter or digit, and a {@code *} at the
     * end for any number of them.
     */
    record Wild(String pattern) implements Term {
        @Override
        public String written() {
            return pattern;
        }

        /** The characters before the first {@code ?} or {@code *}. */
        String head() {
            int end = 0;
            while (end < pattern.length() && "?*".indexOf(pattern.charAt(end)) < 0) {
                end++;
            }
            return pattern.substring(0, end);
        }
    }

    /**
     * A word as written, case and accents included.
     *
     * @param written in Unicode normalization form C
     * @param folded the same folded
     */
    record Exact(String written, String folded) implements Term {}
}
