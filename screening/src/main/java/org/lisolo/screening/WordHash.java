package org.lisolo.screening;

/** The rolling hash of folded characters: two cheap steps a character, mixed once at the end. */
final class WordHash {
    static final long EMPTY = 0;

    private WordHash() {}

    static long add(long hash, char c) {
        return Long.rotateLeft(hash, 5) ^ c;
    }

    static long of(CharSequence folded) {
        long hash = EMPTY;
        for (int i = 0; i < folded.length(); i++) {
            hash = add(hash, folded.charAt(i));
        }
        return hash;
    }

    static long of(char[] folded, int from, int to) {
        long hash = EMPTY;
        for (int i = from; i < to; i++) {
            hash = add(hash, folded[i]);
        }
        return hash;
    }

    /** Spreads a hash over all bits. */
    static long mix(long hash) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}
