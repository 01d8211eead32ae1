package org.lisolo.screening.phi;

import java.util.Arrays;

/**
 * What the other places of a word in the same text say of it: whether it stands after a title, next
 * to a given name, or small. For one thread, used again text after text.
 */
final class Repeats {
    private static final int AFTER_TITLE = 1;
    private static final int BESIDE_GIVEN = 2;
    private static final int SMALL = 4;
    private static final int AGAIN = 8;
    private static final int SEEN = 16;

    private int[] keys = new int[0];
    private byte[] said = new byte[0];
    private int[] slots = new int[0];

    /**
     * Reads tokens {@code from} to {@code to}.
     *
     * @param kinds of the lexicon for each, after {@code edge} places
     * @param named what the vocabulary says, after {@code edge} places
     */
    void read(Tokens tokens, int from, int to, int[] kinds, int[] named, int edge) {
        int n = to - from;
        int size = Integer.highestOneBit(Math.max(n, 8)) * 4;
        if (keys.length < size) {
            keys = new int[size];
            said = new byte[size];
            slots = new int[size];
        } else {
            Arrays.fill(said, 0, size, (byte) 0);
        }
        for (int i = 0; i < n; i++) {
            slots[i] = -1;
            if (tokens.kind[from + i] == Tokens.LETTERS && tokens.length(from + i) > 2) {
                int slot = slot(tokens.hash[from + i], size);
                slots[i] = slot;
                said[slot] |= says(tokens, from + i, i + edge, kinds, named, said[slot]);
            }
        }
    }

    private static byte says(
            Tokens tokens, int token, int at, int[] kinds, int[] named, byte before) {
        int says = before == 0 ? SEEN : AGAIN;
        if (Character.isLowerCase(tokens.text.charAt(tokens.start[token]))) {
            return (byte) (says | SMALL);
        }
        if (((kinds[at - 1] | kinds[at - 2]) & Lexicon.TITLE) != 0) {
            says |= AFTER_TITLE;
        }
        int given = Vocabulary.GIVEN >> 2;
        if (((kinds[at - 1] | kinds[at + 1]) & Lexicon.GIVEN) != 0
                || ((named[at - 1] | named[at + 1]) & given) != 0) {
            says |= BESIDE_GIVEN;
        }
        return (byte) says;
    }

    private int slot(int hash, int size) {
        int slot = (hash ^ (hash >>> 15)) & (size - 1);
        while (said[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (size - 1);
        }
        keys[slot] = hash;
        return slot;
    }

    /** What the places of a token's word say; 0 for what is no word. */
    int of(int i) {
        return slots[i] < 0 ? 0 : said[slots[i]];
    }
}
