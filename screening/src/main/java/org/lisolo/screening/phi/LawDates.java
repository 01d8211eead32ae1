package org.lisolo.screening.phi;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dates that name a law, a decree or a day that everyone keeps, and no person. */
final class LawDates {
    private static final int LOOKS_BACK = 10;
    private static final Set<Integer> LAWS =
            Stream.of(
                            "loi",
                            "lois",
                            "decret",
                            "arrete",
                            "ordonnance",
                            "circulaire",
                            "law",
                            "act",
                            "decree",
                            "constitution",
                            "reglement",
                            "directive")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    /** What makes a day everyone's: la journée mondiale du 10 octobre. */
    private static final Set<Integer> EVERYONES =
            Stream.of("mondiale", "internationale", "nationale")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private static final int DAY = Tokens.hash("journee");
    private static final Set<Integer> BETWEEN =
            Stream.of("n", "no", "du", "de", "la", "le", "of", "the")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private static final int LAW = Tokens.hash("loi");

    private LawDates() {}

    /** Whether the words before a date say that it is a law's. */
    static boolean isOne(Reading reading, int first) {
        Tokens tokens = reading.tokens();
        boolean everyones = false;
        for (int i = first - 1; i >= Math.max(0, first - LOOKS_BACK); i--) {
            if (tokens.kind[i] == Tokens.LETTERS) {
                int word = tokens.hash[i];
                everyones |= EVERYONES.contains(word);
                if (LAWS.contains(word) || (everyones && word == DAY)) {
                    return true;
                }
                if (!BETWEEN.contains(word) && !EVERYONES.contains(word)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether words are a law's name: la loi Leonetti. */
    static boolean names(Reading reading, int first) {
        Tokens tokens = reading.tokens();
        return tokens.hash[first] == LAW || (first > 0 && tokens.hash[first - 1] == LAW);
    }
}
