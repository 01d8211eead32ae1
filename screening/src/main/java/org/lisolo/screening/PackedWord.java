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
        int length = to - from;
        long first = eight(letters, from) & mask(length);
        int isLonger = (LETTERS - length) >> 31; // all ones or none, for a branch would cost more
        return first + (eight(letters, to - LETTERS) & isLonger) * SPREAD;
    }

    /** The same number for the same word. */
    static long of(char[] folded, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isNarrow(folded[i])) {
                return WordHash.of(folded, from, to);
            }
        }
        long first = 0;
        for (int i = Math.min(to, from + LETTERS) - 1; i >= from; i--) {
            first = first << Byte.SIZE | folded[i];
        }
        long last = 0;
        for (int i = to - 1; to - from > LETTERS && i >= to - LETTERS; i--) {
            last = last << Byte.SIZE | folded[i];
        }
        return first + last * SPREAD;
    }

    static long of(String folded) {
        return of(folded.toCharArray(), 0, folded.length());
    }

    /** Whether it is all of the word. */
    static boolean isWhole(String folded) {
        return folded.length() <= LETTERS && folded.chars().allMatch(c -> isNarrow((char) c));
    }

    /** Whether a character lies in a byte with the highest bit to spare. */
    static boolean isNarrow(char c) {
        return c <= Byte.MAX_VALUE;
    }
}
