package org.lisolo.screening.phi;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A code after a word that says what it is: {@code MRN: JHH-654321}, {@code n° de dossier 12/345}.
 * Between the two may stand a few words such as <i>number</i>, <i>n°</i> and <i>is</i>.
 */
final class LabelledCode {
    private static final int MOST_BETWEEN = 6;
    private static final int LONGEST = 60;
    private static final Set<Integer> FILLERS =
            Stream.of(
                            "n",
                            "no",
                            "nr",
                            "num",
                            "number",
                            "numero",
                            "nos",
                            "is",
                            "est",
                            "de",
                            "du",
                            "id",
                            "the",
                            "le",
                            "la",
                            "of",
                            "code",
                            "ref",
                            "reference",
                            "carte",
                            "card",
                            "patient",
                            "patiente",
                            "interne",
                            "national",
                            "d",
                            "identifiant",
                            "identification",
                            "et",
                            "and",
                            "sous",
                            "under",
                            "was",
                            "soin",
                            "soins")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private final int kind;
    private final int leastDigits;
    private final Predicate<String> accepts;

    /**
     * A code after a word of a kind.
     *
     * @param kind of {@link Lexicon}
     * @param accepts what else a code must be, given as written
     */
    LabelledCode(int kind, int leastDigits, Predicate<String> accepts) {
        this.kind = kind;
        this.leastDigits = leastDigits;
        this.accepts = accepts;
    }

    void find(Reading reading, PhiCategory category, String reason, List<Candidate> found) {
        Tokens tokens = reading.tokens();
        int read = 0;
        for (int i = 0; i < tokens.count; i++) {
            if ((reading.kinds(i) & kind) != 0 && tokens.start[i] >= read) {
                int first = skip(reading, i + 1);
                int end = first < 0 ? -1 : end(tokens, first);
                if (end > 0 && accepts.test(reading.text().substring(tokens.start[first], end))) {
                    read = end;
                    found.add(
                            new Candidate(
                                    tokens.start[first],
                                    end,
                                    category,
                                    0.9,
                                    reason,
                                    Candidate.Weight.RULE));
                }
            }
        }
    }

    /** The first token of the code, or -1. */
    private int skip(Reading reading, int from) {
        Tokens tokens = reading.tokens();
        for (int i = from; i < tokens.count && i < from + MOST_BETWEEN; i++) {
            boolean passes =
                    tokens.kind[i] == Tokens.SIGN
                            ? ":#°º.=-'’(\"«*/".indexOf(tokens.text.charAt(tokens.start[i])) >= 0
                            : tokens.kind[i] == Tokens.LETTERS
                                    && (FILLERS.contains(tokens.hash[i])
                                            || (reading.kinds(i) & kind) != 0);
            boolean partOfCode =
                    i + 1 < tokens.count
                            && tokens.kind[i] == Tokens.LETTERS
                            && tokens.before[i + 1] == Tokens.JOINED
                            && digits(tokens, i, end(tokens, i)) >= leastDigits;
            if (!passes || partOfCode) {
                return digits(tokens, i, end(tokens, i)) >= leastDigits ? i : -1;
            }
        }
        return -1;
    }

    /** Where the stretch of letters, digits and hyphens that begins with a token ends. */
    private static int end(Tokens tokens, int first) {
        int last = first;
        while (last + 1 < tokens.count
                && tokens.before[last + 1] == Tokens.JOINED
                && tokens.end[last + 1] - tokens.start[first] <= LONGEST
                && goesOn(tokens, last + 1)) {
            last++;
        }
        while (last > first && tokens.kind[last] == Tokens.SIGN) {
            last--;
        }
        return tokens.end[last];
    }

    private static boolean goesOn(Tokens tokens, int i) {
        return tokens.kind[i] != Tokens.SIGN
                || "-_/.:|#".indexOf(tokens.text.charAt(tokens.start[i])) >= 0;
    }

    private static int digits(Tokens tokens, int first, int end) {
        int digits = 0;
        for (int i = first; i < tokens.count && tokens.end[i] <= end; i++) {
            digits += tokens.kind[i] == Tokens.DIGITS ? tokens.length(i) : 0;
        }
        return digits;
    }
}
