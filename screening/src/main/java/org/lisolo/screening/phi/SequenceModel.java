package org.lisolo.screening.phi;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over the
 * tokens of a text: what each feature says for each label, a byte a weight, and what labels follow
 * each other. Immutable, for any number of threads.
 */
final class SequenceModel {
    /** Longs that the labels of a feature take; the sums below are written out for this many. */
    private static final int LANES = 5;

    private static final int BIAS = 128;
    private static final int MAGIC = 0x4C50_4833; // "LPH3"

    /** A feature's hash above, one more than its row below; 0 where nothing is. */
    private final long[] slots;

    /** A bit for the hash of each feature, small enough to stay near the processor. */
    private final long[] seen = new long[1 << 15];

    /** {@value #LANES} longs a feature, see {@link #pack}. */
    private final long[] packed;

    private final float unit;
    private final float[] follows;
    private final float[] odds;
    private final Vocabulary vocabulary;

    /**
     * A model learnt elsewhere.
     *
     * @param features the hash of each feature, whose weights are {@code weights[i * LABELS …]}
     * @param unit what a weight of 1 is, in natural logarithms of odds
     * @param follows what {@link Labels#COUNT} labels say for each label after them
     */
    SequenceModel(
            int[] features, byte[] weights, float unit, float[] follows, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        slots = new long[Integer.highestOneBit(Math.max(features.length, 8) * 3 / 2) * 2];
        this.packed = pack(weights);
        this.unit = unit;
        this.follows = follows;
        this.odds = new float[follows.length];
        for (int i = 0; i < follows.length; i++) {
            odds[i] =
                    Labels.mayFollow(i / Labels.COUNT, i % Labels.COUNT)
                            ? (float) Math.exp(follows[i])
                            : 0;
        }
        for (int i = 0; i < features.length; i++) {
            slots[slot(features[i])] = ((long) features[i] << 32) | (i + 1);
            seen[bit(features[i]) >>> 6] |= 1L << bit(features[i]);
        }
    }

    private static int bit(int feature) {
        return feature >>> 11;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    private int slot(int feature) {
        int slot = (feature ^ (feature >>> 15)) & (slots.length - 1);
        while (slots[slot] != 0 && (int) (slots[slot] >>> 32) != feature) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** What one label says for the next, as odds; 0 where it may not follow. */
    float odds(int label, int next) {
        return odds[label * Labels.COUNT + next];
    }

    /** What one label says for the next, in natural logarithms of odds. */
    float follows(int label, int next) {
        return Labels.mayFollow(label, next) ? follows[label * Labels.COUNT + next] : -1e9f;
    }

    /** Writes what the features of a token say for each label over {@code scores[at…]}. */
    void score(TokenFeatures features, float[] scores, int at) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        long e = 0;
        int known = 0;
        for (int f = 0; f < features.count; f++) {
            int feature = features.hashes[f];
            if (((seen[bit(feature) >>> 6] >>> bit(feature)) & 1) == 0) {
                continue;
            }
            int row = ((int) slots[slot(feature)] - 1) * LANES;
            if (row >= 0) {
                a += packed[row];
                b += packed[row + 1];
                c += packed[row + 2];
                d += packed[row + 3];
                e += packed[row + 4];
                known++;
            }
        }
        unpack(a, known, scores, at);
        unpack(b, known, scores, at + 4);
        unpack(c, known, scores, at + 8);
        unpack(d, known, scores, at + 12);
        unpack(e, known, scores, at + 16);
    }

    private void unpack(long sums, int known, float[] scores, int at) {
        int last = Math.min(4, scores.length - at);
        for (int i = 0; i < last; i++) {
            scores[at + i] = ((int) (sums >>> (16 * i) & 0xFFFF) - known * BIAS) * unit;
        }
    }

    /** Four labels' weights a long, each raised so that none is below 0. */
    private static long[] pack(byte[] weights) {
        int count = weights.length / Labels.COUNT;
        long[] packed = new long[count * LANES];
        for (int row = 0; row < count; row++) {
            for (int k = 0; k < Labels.COUNT; k++) {
                long raised = (long) weights[row * Labels.COUNT + k] + BIAS;
                packed[row * LANES + k / 4] |= raised << (16 * (k % 4));
            }
        }
        return packed;
    }

    private byte weight(int row, int label) {
        long raised = packed[row * LANES + label / 4] >>> (16 * (label % 4)) & 0xFFFF;
        return (byte) (raised - BIAS);
    }

    static SequenceModel read(InputStream input) throws IOException {
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(input, 1 << 16))) {
            int magic = data.readInt();
            int count = data.readInt();
            int labels = data.readInt();
            if (magic != MAGIC || count < 0 || count > 4_000_000 || labels != Labels.COUNT) {
                throw new IOException("not a model for identifiers of patients");
            }
            float unit = data.readFloat();
            float[] follows = new float[Labels.COUNT * Labels.COUNT];
            for (int i = 0; i < follows.length; i++) {
                follows[i] = data.readFloat();
            }
            int[] features = hashes(data, count);
            byte[] weights = new byte[count * Labels.COUNT];
            data.readFully(weights);
            int[] words = hashes(data, data.readInt());
            byte[] known = new byte[words.length];
            data.readFully(known);
            Vocabulary vocabulary = new Vocabulary(words, known);
            return new SequenceModel(features, weights, unit, follows, vocabulary);
        }
    }

    private static int[] hashes(DataInputStream data, int count) throws IOException {
        if (count < 0 || count > 4_000_000) {
            throw new IOException("not a model for identifiers of patients");
        }
        byte[] packed = new byte[count * 4];
        data.readFully(packed);
        int[] hashes = new int[count];
        ByteBuffer.wrap(packed).asIntBuffer().get(hashes);
        return hashes;
    }

    void write(OutputStream output) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(output))) {
            int count = packed.length / LANES;
            data.writeInt(MAGIC);
            data.writeInt(count);
            data.writeInt(Labels.COUNT);
            data.writeFloat(unit);
            for (float weight : follows) {
                data.writeFloat(weight);
            }
            int[] features = new int[count];
            for (long slot : slots) {
                if (slot != 0) {
                    features[(int) slot - 1] = (int) (slot >>> 32);
                }
            }
            for (int feature : features) {
                data.writeInt(feature);
            }
            for (int i = 0; i < count * Labels.COUNT; i++) {
                data.writeByte(weight(i / Labels.COUNT, i % Labels.COUNT));
            }
            int[] words = vocabulary.hashes();
            data.writeInt(words.length);
            for (int word : words) {
                data.writeInt(word);
            }
            for (int word : words) {
                data.writeByte(vocabulary.of(word));
            }
        }
    }
}
