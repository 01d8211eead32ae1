package org.lisolo.screening;

/** One bit for each hash: says no for certain and yes perhaps. Immutable once filled. */
final class HashFilter {
    private final long[] bits;
    private final int shift;

    /** Room for a number of keys, 16 bits each. */
    HashFilter(int keys) {
        this.bits = new long[powerOfTwo(Math.max(64, keys / 4))];
        this.shift = 64 - 6 - Integer.numberOfTrailingZeros(bits.length);
    }

    /** The least power of two that is not smaller. */
    static int powerOfTwo(int least) {
        return Integer.highestOneBit(least - 1) << 1;
    }

    void put(long mixed) {
        int bit = (int) (mixed >>> shift);
        bits[bit >>> 6] |= 1L << bit;
    }

    /** 1 if a key with this mixed hash may have been put in, else 0. */
    int mayHave(long mixed) {
        int bit = (int) (mixed >>> shift);
        return (int) (bits[bit >>> 6] >>> bit) & 1;
    }

    long bytes() {
        return 8L * bits.length;
    }
}
