package org.lisolo.screening.phi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which words of letters are written small in plain prose, and are therefore hardly names. Holds
 * hashes only. Immutable.
 */
final class Vocabulary {
    static final Vocabulary EMPTY = new Vocabulary(new int[0], new int[0]);

    /** A word that is never seen, one seen now and then, one seen often. */
    static final int UNKNOWN = 0;

    static final int KNOWN = 1;
    static final int COMMON = 2;

    private static final int OFTEN = 20;

    private final int[] common;
    private final int[] known;

    /** Hashes of {@link Tokens#hash}, each sorted. */
    Vocabulary(int[] common, int[] known) {
        this.common = common;
        this.known = known;
    }

    /** The words that stand small at least twice in some texts. */
    static Vocabulary of(Iterable<String> texts) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Tokens tokens = new Tokens(text);
            for (int i = 0; i < tokens.count; i++) {
                if (tokens.kind[i] == Tokens.LETTERS
                        && Character.isLowerCase(text.charAt(tokens.start[i]))) {
                    counts.merge(tokens.hash[i], 1, Integer::sum);
                }
            }
        }
        return new Vocabulary(hashes(counts, OFTEN, Integer.MAX_VALUE), hashes(counts, 2, OFTEN));
    }

    private static int[] hashes(Map<Integer, Integer> counts, int least, int below) {
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= least && e.getValue() < below)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    /** How well a word is known. */
    int of(int hash) {
        if (Arrays.binarySearch(common, hash) >= 0) {
            return COMMON;
        }
        return Arrays.binarySearch(known, hash) >= 0 ? KNOWN : UNKNOWN;
    }

    int[] common() {
        return common;
    }

    int[] known() {
        return known;
    }
}
