package org.lisolo.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * Phrases by their units. A phrase is found by one of its words, chosen because few rules name it;
 * here are the others, to be looked for beside it in the text itself. So the words of a phrase that
 * most texts have, such as {@code de la}, cost nothing where its rare word does not stand.
 * Immutable.
 */
final class PhraseTable {
    /** A word of more letters is not all in its row. */
    private static final int MOST_LETTERS = 2 * PackedWord.LETTERS;

    private static final int STRIDE = 3;

    /** For each unit the first row of its phrase; 0 for a unit that is no phrase. */
    private final int[] start;

    /**
     * Of each phrase first how many words it has and how many of them stand before the one it is
     * found by, then a row for each other word: its first letters and its last as {@link
     * PackedWord} has them, and both its distance from that one, in the lower half, and how many
     * letters it has, or 0 if it takes more than a look.
     */
    private final long[] rows;

    /** For each row its word. */
    private final Term[] terms;

    private PhraseTable(Builder builder, int units) {
        start = new int[units];
        rows = builder.rows.stream().mapToLong(Long::longValue).toArray();
        terms = builder.terms.toArray(new Term[0]);
        for (int i = 0; i < builder.units.size(); i++) {
            start[builder.units.get(i)] = builder.starts.get(i);
        }
    }

    /** Collects phrases. */
    static final class Builder {
        private static final Term NO_WORD = new Term.Plain("");

        private final List<Integer> units = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Long> rows = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();

        Builder() {
            row(NO_WORD, 0, 0, 0); // no phrase begins at 0
        }

        /** A phrase that is found by one of its words. */
        void add(int unit, List<Term> words, int foundBy) {
            units.add(unit);
            starts.add(terms.size());
            row(NO_WORD, words.size(), foundBy, 0);
            for (int i = 0; i < words.size(); i++) {
                if (i != foundBy) {
                    word(words.get(i), i - foundBy);
                }
            }
        }

        private void word(Term word, int distance) {
            boolean atALook =
                    word instanceof Term.Plain(String folded)
                            && PackedWord.isNarrow(folded)
                            && folded.length() <= MOST_LETTERS;
            if (atALook && word instanceof Term.Plain(String folded)) {
                row(
                        word,
                        PackedWord.first(folded),
                        PackedWord.last(folded),
                        place(distance, folded.length()));
            } else {
                row(word, 0, 0, place(distance, 0));
            }
        }

        private static long place(int distance, int letters) {
            return (long) letters << Integer.SIZE | (distance & 0xFFFFFFFFL);
        }

        private void row(Term term, long first, long last, long place) {
            terms.add(term);
            rows.add(first);
            rows.add(last);
            rows.add(place);
        }

        PhraseTable build(int allUnits) {
            return new PhraseTable(this, allUnits);
        }
    }

    /** Where the phrase of a unit begins; 0 if the unit is none. */
    int start(int unit) {
        return start[unit];
    }

    /** How many words a phrase has. */
    int count(int phrase) {
        return (int) rows[STRIDE * phrase];
    }

    /** How many of its words stand before the one it is found by. */
    int before(int phrase) {
        return (int) rows[STRIDE * phrase + 1];
    }

    /** Whether the other words of a phrase stand around the word that it was found by. */
    boolean isAround(int phrase, int word, WordBuffer words, WordCheck check) {
        int first = word - before(phrase);
        int count = count(phrase);
        if (first < 0 || first + count > words.count) {
            return false;
        }
        for (int row = phrase + 1; row < phrase + count; row++) {
            long place = rows[STRIDE * row + 2];
            int other = word + (int) place;
            int letters = (int) (place >>> Integer.SIZE);
            boolean isThere =
                    (letters > 0 && !words.isOdd(other))
                            ? words.is(other, letters, rows[STRIDE * row], rows[STRIDE * row + 1])
                            : check.isSo(terms[row], other);
            if (!isThere) {
                return false;
            }
        }
        return true;
    }

    /** Bytes held, without the words themselves. */
    long bytes() {
        return 4L * start.length + 8L * rows.length + 4L * terms.length;
    }
}
