package org.lisolo.screening;

/** Hashes of folded characters. */
final class WordHash {
    private WordHash() {}

    static long of(char[] folded, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = Long.rotateLeft(hash, 5) ^ folded[i];
        }
        return hash;
    }

    /** Spreads a hash over all bits. */
    static long mix(long hash) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}
