package org.lisolo.screening;

/**
 * Two bits of one {@code long} for each hash: says no for certain and yes perhaps. Both are asked
 * in one look at memory, and together they say yes to a stranger some ten times less often than
 * one. Immutable once filled.
 */
final class HashFilter {
    private final long[] bits;
    private final int shift;

    /** Room for a number of keys, 16 bits each. */
    HashFilter(int keys) {
        this.bits = new long[powerOfTwo(Math.max(64, keys / 4))];
        this.shift = 64 - Integer.numberOfTrailingZeros(bits.length);
    }

    /** The least power of two that is not smaller. */
    static int powerOfTwo(int least) {
        return Integer.highestOneBit(least - 1) << 1;
    }

    void put(long mixed) {
        bits[(int) (mixed >>> shift)] |= 1L << mixed | 1L << (mixed >>> 6);
    }

    /** 1 if a key with this mixed hash may have been put in, else 0. */
    int mayHave(long mixed) {
        long word = bits[(int) (mixed >>> shift)];
        return (int) (word >>> mixed & word >>> (mixed >>> 6)) & 1;
    }

    long bytes() {
        return 8L * bits.length;
    }
}
