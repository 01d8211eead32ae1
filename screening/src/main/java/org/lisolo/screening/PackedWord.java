package org.lisolo.screening;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A folded word as one {@code long}. Most words are at most eight letters from a to z and digits:
 * these lie in it side by side, so that two of them are the same word when their numbers are the
 * same, and it takes one look at memory however long they are. Of a longer word it has the first
 * eight and a hash of the last eight; of a word with other letters a hash.
 */
final class PackedWord {
    /** So many letters lie side by side. */
    static final int LETTERS = Long.BYTES;

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Odd, so that no two ends of words give the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private PackedWord() {}

    /** Eight bytes from a place on, the first in the lowest bits. */
    static long eight(byte[] letters, int from) {
        return (long) EIGHT.get(letters, from);
    }

    /** Puts them there. */
    static void set(byte[] letters, int from, long eight) {
        EIGHT.set(letters, from, eight);
    }

    /** The bytes of the first letters: all ones there; for at least one, and eight at most. */
    static long mask(int letters) {
        return -1L >>> (Long.SIZE - Byte.SIZE * Math.min(letters, LETTERS));
    }

    /**
     * A word of letters from a to z and digits.
     *
     * @param letters readable from eight before the word's end to eight behind its beginning
     */
    static long of(byte[] letters, int from, int to) {
        return (eight(letters, from) & mask(to - from)) + last(letters, from, to) * SPREAD;
    }

    /** The last eight letters of a word that has more, else 0; the same is asked of letters. */
    static long last(byte[] letters, int from, int to) {
        int isLonger =
                (from + LETTERS - to) >> 31; // all ones or none, for a branch would cost more
        return eight(letters, to - LETTERS) & isLonger;
    }

    /** The same number for the same word. */
    static long of(char[] folded, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isNarrow(folded[i])) {
                return WordHash.of(folded, from, to);
            }
        }
        return eight(folded, from, Math.min(to, from + LETTERS)) + last(folded, from, to) * SPREAD;
    }

    private static long last(char[] folded, int from, int to) {
        return to - from > LETTERS ? eight(folded, to - LETTERS, to) : 0;
    }

    /** Characters side by side, at most eight. */
    private static long eight(char[] folded, int from, int to) {
        long eight = 0;
        for (int i = to - 1; i >= from; i--) {
            eight = eight << Byte.SIZE | folded[i];
        }
        return eight;
    }

    static long of(String folded) {
        return of(folded.toCharArray(), 0, folded.length());
    }

    /** The first eight letters. */
    static long first(String folded) {
        return eight(folded.toCharArray(), 0, Math.min(folded.length(), LETTERS));
    }

    static long last(String folded) {
        return last(folded.toCharArray(), 0, folded.length());
    }

    /** Whether all characters are so: then letters lie side by side, and it is no hash. */
    static boolean isNarrow(String folded) {
        return folded.chars().allMatch(c -> isNarrow((char) c));
    }

    /** Whether a character lies in a byte with the highest bit to spare. */
    static boolean isNarrow(char c) {
        return c <= Byte.MAX_VALUE;
    }
}
