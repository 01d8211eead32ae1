package org.lisolo.screening.phi;

import java.util.List;

/** A day or a month with its name: 15 mai 2023, le 1er mars, May 30th, 2022, mars 1982. */
final class WrittenDate implements Recogniser {
    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.MONTH);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Tokens tokens = reading.tokens();
        for (int i = 0; i < tokens.count; i++) {
            if ((reading.kinds(i) & Lexicon.MONTH) != 0) {
                int first = isDay(tokens, i - 1) ? i - 1 : isOrdinal(tokens, i - 1) ? i - 2 : i;
                int last = first < i ? year(tokens, i) : afterMonth(tokens, i);
                if (last > i || first < i) {
                    found.add(
                            new Candidate(
                                    tokens.start[first],
                                    tokens.end[last],
                                    PhiCategory.DATE,
                                    0.9,
                                    "date",
                                    Candidate.Weight.RULE));
                }
            }
        }
    }

    /** 1er, 2nd, 3rd, 4th: an ordinal's ending after its figure. */
    private static boolean isOrdinal(Tokens tokens, int i) {
        return i > 0
                && tokens.kind[i] == Tokens.LETTERS
                && tokens.before[i] == Tokens.JOINED
                && tokens.length(i) == 2
                && isDay(tokens, i - 1);
    }

    private static boolean isDay(Tokens tokens, int i) {
        if (i < 0 || i >= tokens.count || tokens.kind[i] != Tokens.DIGITS || tokens.length(i) > 2) {
            return false;
        }
        int value = Integer.parseInt(Numbers.digits(tokens.string(i)) + "0") / 10;
        return value >= 1 && value <= 31;
    }

    private static boolean isYear(Tokens tokens, int i) {
        return i < tokens.count
                && tokens.kind[i] == Tokens.DIGITS
                && tokens.length(i) == 4
                && tokens.string(i).matches("(?:19|20)\\d\\d");
    }

    /** The last token of the month's year; the month if none follows. */
    private static int year(Tokens tokens, int month) {
        int i = month + 1;
        while (i < tokens.count
                && i < month + 3
                && tokens.kind[i] == Tokens.SIGN
                && isPause(tokens, i)) {
            i++;
        }
        return isYear(tokens, i) ? i : month;
    }

    private static boolean isPause(Tokens tokens, int i) {
        return ",.'".indexOf(tokens.text.charAt(tokens.start[i])) >= 0;
    }

    private static int afterMonth(Tokens tokens, int month) {
        int i = month + 1;
        if (i < tokens.count && tokens.kind[i] == Tokens.SIGN && isPause(tokens, i)) {
            i++;
        }
        if (!isDay(tokens, i)) {
            return year(tokens, month);
        }
        if (i + 1 < tokens.count
                && tokens.kind[i + 1] == Tokens.LETTERS
                && tokens.before[i + 1] == Tokens.JOINED) {
            i++;
        }
        return year(tokens, i);
    }
}
