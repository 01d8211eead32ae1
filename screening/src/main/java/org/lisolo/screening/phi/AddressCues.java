package org.lisolo.screening.phi;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells how an address is written: two numbers side by side, a flat, a postal code and the end
 * of the line within a few words. For one thread, used again text after text.
 */
final class AddressCues {
    private static final int TWO_NUMBERS = 1;
    private static final int FLAT_AHEAD = 2;
    private static final int FLAT_BEHIND = 4;
    private static final int CODE_AHEAD = 8;
    private static final int LINE_AHEAD = 16;

    private static final int REACH = 10;
    private static final Set<Integer> FLAT =
            Stream.of(
                            "apt",
                            "apartment",
                            "suite",
                            "unit",
                            "flat",
                            "box",
                            "po",
                            "appartement",
                            "app")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private byte[] cues = new byte[0];

    void read(Tokens tokens, int from, int to) {
        int n = to - from;
        if (cues.length < n) {
            cues = new byte[n];
        }
        ahead(tokens, from, n);
        behind(tokens, from, n);
    }

    private void ahead(Tokens tokens, int from, int n) {
        int flat = REACH + 1;
        int code = REACH + 1;
        int line = REACH + 1;
        for (int i = n - 1; i >= 0; i--) {
            int token = from + i;
            flat = isFlat(tokens, token) ? 0 : flat + 1;
            code = isNumber(tokens, token) && tokens.length(token) > 3 ? 0 : code + 1;
            int says = flat <= REACH ? FLAT_AHEAD : 0;
            says |= code > 0 && code <= REACH ? CODE_AHEAD : 0;
            says |= line <= REACH ? LINE_AHEAD : 0;
            cues[i] = (byte) says;
            line = tokens.before[token] == Tokens.NEW_LINE ? 0 : line + 1;
        }
    }

    private void behind(Tokens tokens, int from, int n) {
        int flat = REACH + 1;
        int two = REACH + 1;
        for (int i = 0; i < n; i++) {
            int token = from + i;
            flat = isFlat(tokens, token) ? 0 : flat + 1;
            two =
                    isPair(tokens, token, from + n)
                                    || (i > 0 && isPair(tokens, token - 1, from + n))
                            ? 0
                            : two + 1;
            int says = flat <= REACH ? FLAT_BEHIND : 0;
            says |= two <= REACH ? TWO_NUMBERS : 0;
            boolean counts = says != 0 || (cues[i] & FLAT_AHEAD) != 0;
            cues[i] = counts ? (byte) (cues[i] | says) : 0;
        }
    }

    static boolean isFlat(Tokens tokens, int i) {
        return tokens.kind[i] == Tokens.LETTERS && FLAT.contains(tokens.hash[i]);
    }

    private static boolean isNumber(Tokens tokens, int i) {
        return tokens.kind[i] == Tokens.DIGITS && tokens.length(i) < 6;
    }

    /** Whether a number and another stand side by side. */
    private static boolean isPair(Tokens tokens, int i, int end) {
        return i + 1 < end
                && isNumber(tokens, i)
                && isNumber(tokens, i + 1)
                && tokens.before[i + 1] == Tokens.BLANK;
    }

    /** The cues at a token; 0 where no flat and no two numbers are near. */
    int of(int i) {
        return cues[i];
    }
}
