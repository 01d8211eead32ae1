package org.lisolo.screening.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What each run of one to five letters, and each whole word, says for each language: a linear model
 * over hashed features (Weinberger and others, "Feature hashing for large scale multitask
 * learning", ICML 2009), a byte a weight. A word's score is the sum over its runs, a text's the sum
 * over its words. Immutable, for any number of threads.
 */
final class LanguageModel {
    static final int LANGUAGES = Language.values().length;
    static final int LONGEST_RUN = 5;

    private static final int MAGIC = 0x4C4C_4731; // "LLG1"
    private static final int WHOLE_WORD = 0x5BD1_E995;

    private final int bits;
    private final float unit;
    private final byte[] weights;

    /**
     * A model of weights learnt elsewhere.
     *
     * @param bits the table has two to this power rows of {@link #LANGUAGES} weights
     * @param unit what a weight of 1 is, in natural logarithms of odds
     */
    LanguageModel(int bits, float unit, byte[] weights) {
        this.bits = bits;
        this.unit = unit;
        this.weights = weights;
    }

    /** What a weight of 1 is, in natural logarithms of odds. */
    float unit() {
        return unit;
    }

    /** Takes the rows of a word, one at a time. */
    interface Rows {
        void row(int row);
    }

    /** Calls for each run of letters in a word, given between two {@code 0}. */
    static void rows(char[] letters, int from, int to, int bits, Rows rows) {
        int shift = 32 - bits;
        int whole = WHOLE_WORD;
        for (int i = from; i < to; i++) {
            whole = (whole ^ letters[i]) * 0x0100_0193;
            int hash = 0x811C_9DC5;
            int last = Math.min(to, i + LONGEST_RUN);
            for (int j = i; j < last; j++) {
                hash = (hash ^ letters[j]) * 0x0100_0193;
                if (letters[j] != 0 || j > i) {
                    rows.row(spread(hash) >>> shift);
                }
            }
        }
        rows.row(spread(whole) >>> shift);
    }

    static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 15)) * 0x2C1B_3C6D;
        return (mixed ^ (mixed >>> 12)) * 0x297A_2D39;
    }

    /** Writes a word's weight for each language over {@code scores[at…]}. */
    void score(char[] letters, int from, int to, int[] scores, int at) {
        int shift = 32 - bits;
        int whole = WHOLE_WORD;
        Arrays.fill(scores, at, at + LANGUAGES, 0);
        for (int i = from; i < to; i++) {
            whole = (whole ^ letters[i]) * 0x0100_0193;
            int hash = 0x811C_9DC5;
            int last = Math.min(to, i + LONGEST_RUN);
            for (int j = i; j < last; j++) {
                hash = (hash ^ letters[j]) * 0x0100_0193;
                if (letters[j] != 0 || j > i) {
                    add(spread(hash) >>> shift, scores, at);
                }
            }
        }
        add(spread(whole) >>> shift, scores, at);
    }

    private void add(int row, int[] scores, int at) {
        int from = row * LANGUAGES;
        for (int k = 0; k < LANGUAGES; k++) {
            scores[at + k] += weights[from + k];
        }
    }

    /** Reads what {@link #write} wrote; throws {@link IOException} on anything else. */
    static LanguageModel read(InputStream input) throws IOException {
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(input, 1 << 16))) {
            if (data.readInt() != MAGIC) {
                throw new IOException("not a language model");
            }
            int bits = data.readInt();
            if (bits < 8 || bits > 22) {
                throw new IOException("a language model of 2^" + bits + " rows");
            }
            float unit = data.readFloat();
            byte[] weights = new byte[(1 << bits) * LANGUAGES];
            data.readFully(weights);
            return new LanguageModel(bits, unit, weights);
        }
    }

    void write(OutputStream output) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(output))) {
            data.writeInt(MAGIC);
            data.writeInt(bits);
            data.writeFloat(unit);
            data.write(weights);
        }
    }
}
