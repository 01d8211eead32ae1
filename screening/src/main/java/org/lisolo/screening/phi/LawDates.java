package org.lisolo.screening.phi;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dates that name a law, a decree or a day that everyone keeps, and no person. */
final class LawDates {
    private static final int LOOKS_BACK = 6;
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
                            "journee",
                            "constitution",
                            "reglement",
                            "directive")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<Integer> BETWEEN =
            Stream.of("n", "no", "du", "de", "la", "le", "mondiale", "internationale", "of", "the")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private LawDates() {}

    /** Whether the words before a date say that it is a law's. */
    static boolean isOne(Reading reading, int first) {
        Tokens tokens = reading.tokens();
        for (int i = first - 1; i >= Math.max(0, first - LOOKS_BACK); i--) {
            if (tokens.kind[i] == Tokens.LETTERS) {
                if (LAWS.contains(tokens.hash[i])) {
                    return true;
                }
                if (!BETWEEN.contains(tokens.hash[i])) {
                    return false;
                }
            }
        }
        return false;
    }
}
