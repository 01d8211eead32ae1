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
    private static final int MAGIC = 0x4C50_4832; // "LPH2"

    /** A feature's hash above, one more than its row below; 0 where nothing is. */
    private final long[] slots;

    /** A bit for the hash of each feature, small enough to stay near the processor. */
    private final long[] seen = new long[1 << 15];

    private final byte[] weights;
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
        this.weights = weights;
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
    void score(TokenFeatures features, float[] scores, int at, int[] sums) {
        for (int k = 0; k < Labels.COUNT; k++) {
            sums[k] = 0;
        }
        for (int f = 0; f < features.count; f++) {
            int feature = features.hashes[f];
            if (((seen[bit(feature) >>> 6] >>> bit(feature)) & 1) == 0) {
                continue;
            }
            int row = ((int) slots[slot(feature)] - 1) * Labels.COUNT;
            if (row >= 0) {
                for (int k = 0; k < Labels.COUNT; k++) {
                    sums[k] += weights[row + k];
                }
            }
        }
        for (int k = 0; k < Labels.COUNT; k++) {
            scores[at + k] = sums[k] * unit;
        }
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
            Vocabulary vocabulary =
                    new Vocabulary(hashes(data, data.readInt()), hashes(data, data.readInt()));
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
            int count = weights.length / Labels.COUNT;
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
            data.write(weights);
            write(vocabulary.common(), data);
            write(vocabulary.known(), data);
        }
    }

    private static void write(int[] hashes, DataOutputStream data) throws IOException {
        data.writeInt(hashes.length);
        for (int hash : hashes) {
            data.writeInt(hash);
        }
    }
}
