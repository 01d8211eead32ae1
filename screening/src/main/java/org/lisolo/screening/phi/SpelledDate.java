package org.lisolo.screening.phi;

import java.util.List;

/** A date all in words: jeudi dix-sept octobre deux mille dix-huit, le deux janvier. */
final class SpelledDate implements Recogniser {
    private static final int PARTS = Lexicon.NUMBER | Lexicon.MONTH | Lexicon.WEEKDAY;

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.MONTH) && reading.says(Lexicon.NUMBER);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Tokens tokens = reading.tokens();
        int i = 0;
        while (i < tokens.count) {
            int last = last(reading, i);
            if (last > i && isDate(reading, i, last)) {
                found.add(
                        new Candidate(
                                tokens.start[i],
                                tokens.end[last],
                                PhiCategory.DATE,
                                0.9,
                                "date",
                                Candidate.Weight.RULE));
            }
            i = Math.max(last, i) + 1;
        }
    }

    /** The last of the words for numbers, months and weekdays from a token on. */
    private static int last(Reading reading, int first) {
        Tokens tokens = reading.tokens();
        int last = first - 1;
        for (int i = first;
                i < tokens.count && (i == first || tokens.before[i] != Tokens.NEW_LINE);
                i++) {
            boolean hyphen =
                    tokens.kind[i] == Tokens.SIGN && tokens.text.charAt(tokens.start[i]) == '-';
            if ((reading.kinds(i) & PARTS) != 0) {
                last = i;
            } else if (!hyphen || i == first) {
                break;
            }
        }
        return last;
    }

    private static boolean isDate(Reading reading, int first, int last) {
        int month = -1;
        boolean day = false;
        for (int i = first; i <= last; i++) {
            if ((reading.kinds(i) & Lexicon.MONTH) != 0) {
                month = i;
            } else if (month < 0) {
                day |= (reading.kinds(i) & Lexicon.NUMBER) != 0;
            }
        }
        return month > first && day;
    }
}
