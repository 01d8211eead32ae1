package org.lisolo.screening;

/**
 * Asks the filters for all words of a text before any table is read. There are few rules that a
 * word of a text belongs to, and the filters are small enough to stay at hand; they are asked
 * without a branch, so that the answers for many words are on their way at once. For one thread at
 * a time.
 */
final class Sieve {
    private final KeyTable words;
    private final HeadTable heads;

    /** The words that are left, to {@link #count}. */
    int[] left = new int[64];

    int count;

    Sieve(KeyTable words, HeadTable heads) {
        this.words = words;
        this.heads = heads;
    }

    /** Leaves the words of a stretch that may be a key. None of them may be odd. */
    void keys(WordBuffer text, int from, int to) {
        int[] left = room(to - from);
        int count = 0;
        for (int i = from; i < to; i++) {
            left[count] = i; // stays only if the next line steps past it
            count += words.mayHave(text.beginning(i));
        }
        this.count = count;
    }

    /** Leaves those that may begin as a pattern does. */
    void heads(WordBuffer text, int from, int to) {
        int[] left = room(to - from);
        int count = 0;
        long firstLetters = heads.firstLetters();
        for (int i = from; i < to; i++) {
            left[count] = i; // as above
            count += heads.mayHave(text.eight(i) & firstLetters);
        }
        this.count = count;
    }

    private int[] room(int words) {
        if (left.length <= words) {
            left = new int[2 * words];
        }
        return left;
    }
}
