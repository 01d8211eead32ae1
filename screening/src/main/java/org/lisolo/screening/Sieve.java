package org.lisolo.screening;

import java.util.Arrays;

/**
 * Asks the filters for all words of a text before any table is read. There are few rules that a
 * word of a text belongs to, and the filters are small enough to stay at hand; they are asked
 * without a branch, so that the answers for many words are on their way at once. For one thread at
 * a time.
 */
final class Sieve {
    /** The word may be a key. */
    static final int KEY = 1;

    /** The word may begin as a pattern does. */
    static final int HEAD = 2;

    /** The filters know nothing of words like this one. */
    static final int ODD = 4;

    private static final int BITS = 3;

    private final KeyTable words;
    private final HeadTable heads;

    private int[] left = new int[64];
    private int count;

    Sieve(KeyTable words, HeadTable heads) {
        this.words = words;
        this.heads = heads;
    }

    /** Number of words that are left. */
    int count() {
        return count;
    }

    /** Which word of the text is left. */
    int word(int i) {
        return left[i] >>> BITS;
    }

    /** Whether one of {@link #KEY}, {@link #HEAD} and {@link #ODD} is why it is left. */
    boolean is(int i, int why) {
        return (left[i] & why) != 0;
    }

    /** Sifts the words of a text, forgetting those of the last one. */
    void sift(WordBuffer text) {
        if (left.length <= text.count) {
            left = Arrays.copyOf(left, text.count * 2);
        }
        count = 0;
        int from = 0;
        for (int i = 0; i < text.oddCount; i++) {
            int odd = text.odd[i];
            sift(text, from, odd);
            left[count++] = odd << BITS | ODD;
            from = odd + 1;
        }
        sift(text, from, text.count);
    }

    private void sift(WordBuffer text, int from, int to) {
        if (heads.isEmpty()) {
            siftKeys(text, from, to);
        } else {
            siftKeysAndHeads(text, from, to);
        }
    }

    private void siftKeys(WordBuffer text, int from, int to) {
        int[] left = this.left;
        int count = this.count;
        for (int i = from; i < to; i++) {
            left[count] = i << BITS | KEY; // stays only if the next line steps past it
            count += words.mayHave(WordHash.mix(text.packed(i)));
        }
        this.count = count;
    }

    private void siftKeysAndHeads(WordBuffer text, int from, int to) {
        int[] left = this.left;
        int count = this.count;
        long firstLetters = heads.firstLetters();
        for (int i = from; i < to; i++) {
            int key = words.mayHave(WordHash.mix(text.packed(i)));
            int head = heads.mayHave(text.beginning(i) & firstLetters);
            int why = key | head << 1;
            left[count] = i << BITS | why; // as above
            count += -why >>> 31; // 1 if there is any reason
        }
        this.count = count;
    }
}
