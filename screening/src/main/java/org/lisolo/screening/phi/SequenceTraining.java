package org.lisolo.screening.phi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns the sequence model: the conditional likelihood by stochastic gradient with a step of its
 * own for each weight (Duchi, Hazan and Singer, JMLR 12, 2011). Names are now and then hidden, so
 * that their shape and their neighbours must do, and features now and then left out. The same
 * examples in the same order with the same seed give the same model.
 */
public final class SequenceTraining {
    private static final int ROUNDS = 14;
    private static final float STEP = 0.16f;
    private static final float LARGEST = 5f;
    private static final float LEAST = 0.2f;
    private static final int LABELS = Labels.COUNT;

    private final SplittableRandom random;
    private final Vocabulary vocabulary;
    private final TokenFeatures features;
    private final FeatureTable table = new FeatureTable();
    private final List<Sequence> sequences = new ArrayList<>();
    private final float[] follows = new float[LABELS * LABELS];
    private final float[] followSquares = new float[LABELS * LABELS];
    private float[] weights = new float[0];
    private float[] squares = new float[0];

    /** A text's features (rows of the table, a token each) and labels. */
    private static final class Sequence {
        private final int[][] rows;
        private final byte[] labels;

        Sequence(int[][] rows, byte[] labels) {
            this.rows = rows;
            this.labels = labels;
        }
    }

    private SequenceTraining(Vocabulary vocabulary, long seed) {
        random = new SplittableRandom(seed);
        this.vocabulary = vocabulary;
        features = new TokenFeatures(vocabulary);
        Arrays.fill(followSquares, 1f);
    }

    /**
     * Learns, and writes the model where {@link PhiScreener#read} can read it.
     *
     * @param examples texts with every identifier in them
     * @param prose plain texts that show which words are written small
     * @param dictionary further words that are written small
     * @param names of the world
     * @param variants how often each is shown with other words hidden, at least 1
     */
    public static void learn(
            List<PhiExample> examples,
            List<String> prose,
            List<String> dictionary,
            WorldNames names,
            int variants,
            long seed,
            OutputStream output)
            throws IOException {
        SequenceTraining training =
                new SequenceTraining(Vocabulary.of(prose, dictionary, names), seed);
        for (PhiExample example : examples) {
            for (int i = 0; i < variants; i++) {
                training.read(example, i > 0);
            }
        }
        training.prune();
        training.fit();
        training.model().write(output);
    }

    private void read(PhiExample example, boolean hides) {
        Reading reading = new Reading(example.text());
        Tokens tokens = reading.tokens();
        byte[] labels = ExampleLabels.of(example, tokens);
        int[] marks = Recognisers.marks(reading);
        for (int from = 0; from < tokens.count; from += SequenceTagger.BLOCK) {
            int to = Math.min(tokens.count, from + SequenceTagger.BLOCK);
            features.read(tokens, from, to, marks);
            hide(labels, from, to, hides);
            int[][] rows = new int[to - from][];
            for (int i = 0; i < rows.length; i++) {
                features.of(i);
                rows[i] = new int[features.count];
                for (int f = 0; f < features.count; f++) {
                    rows[i][f] = table.count(features.hashes[f]);
                }
            }
            sequences.add(new Sequence(rows, Arrays.copyOfRange(labels, from, to)));
        }
    }

    private void hide(byte[] labels, int from, int to, boolean alsoNames) {
        for (int i = from; i < to; i++) {
            int label = labels[i];
            boolean names =
                    label != Labels.NOTHING
                            && (Labels.kind(label) == Labels.NAME
                                    || Labels.kind(label) == Labels.ADDRESS
                                    || Labels.kind(label) == Labels.LOCATION);
            if (random.nextInt(100) < (names ? alsoNames ? 50 : 0 : 12)) {
                features.hide(i - from);
            }
        }
    }

    /** Forgets features that were seen once: they say nothing of other texts. */
    private void prune() {
        int[] kept = table.keep(2);
        for (Sequence sequence : sequences) {
            for (int i = 0; i < sequence.rows.length; i++) {
                int[] old = sequence.rows[i];
                int n = 0;
                for (int row : old) {
                    if (kept[row] >= 0) {
                        old[n++] = kept[row];
                    }
                }
                sequence.rows[i] = Arrays.copyOf(old, n);
            }
        }
        weights = new float[table.size() * LABELS];
        squares = new float[table.size() * LABELS];
        Arrays.fill(squares, 0.05f);
    }

    private void fit() {
        int[] order = new int[sequences.size()];
        Arrays.setAll(order, i -> i);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            float step = STEP * (1 - (float) round / ROUNDS);
            for (int i : order) {
                fit(sequences.get(i), step);
            }
        }
    }

    private void fit(Sequence sequence, float step) {
        int n = sequence.labels.length;
        float[] scores = new float[n * LABELS];
        long[] dropped = new long[n];
        for (int i = 0; i < n; i++) {
            dropped[i] = oneInEight();
            int[] rows = sequence.rows[i];
            for (int f = 0; f < rows.length; f++) {
                if (((dropped[i] >>> (f & 63)) & 1) == 0) {
                    int row = rows[f] * LABELS;
                    for (int k = 0; k < LABELS; k++) {
                        scores[i * LABELS + k] += weights[row + k];
                    }
                }
            }
        }
        float[] odds = new float[LABELS * LABELS];
        for (int i = 0; i < odds.length; i++) {
            boolean may = Labels.mayFollow(i / LABELS, i % LABELS);
            odds[i] = may ? (float) Math.exp(follows[i]) : 0;
        }
        ChainSums sums = new ChainSums(n);
        sums.run(scores, n, odds);
        float[] pairs = new float[LABELS * LABELS];
        for (int i = 0; i < n; i++) {
            sums.addPairs(i, odds, pairs);
            stepToken(sequence.rows[i], dropped[i], sums, i, sequence.labels[i], step);
            if (i > 0) {
                pairs[sequence.labels[i - 1] * LABELS + sequence.labels[i]] -= 1;
            }
        }
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != 0) {
                followSquares[i] += pairs[i] * pairs[i];
                follows[i] -= step * pairs[i] / (float) Math.sqrt(followSquares[i]);
            }
        }
    }

    /** Bits of which one in eight is set. */
    private long oneInEight() {
        long half = random.nextLong();
        long other = random.nextLong();
        return half & other & random.nextLong();
    }

    private void stepToken(
            int[] rows, long dropped, ChainSums sums, int token, int label, float step) {
        float[] slopes = new float[LABELS];
        boolean any = false;
        for (int k = 0; k < LABELS; k++) {
            slopes[k] = sums.probability(token, k) - (k == label ? 1 : 0);
            any |= Math.abs(slopes[k]) > 1e-4;
        }
        if (!any) {
            return;
        }
        for (int f = 0; f < rows.length; f++) {
            if (((dropped >>> (f & 63)) & 1) == 0) {
                int row = rows[f] * LABELS;
                for (int k = 0; k < LABELS; k++) {
                    float slope = slopes[k];
                    squares[row + k] += slope * slope;
                    weights[row + k] -= step * slope / (float) Math.sqrt(squares[row + k]);
                }
            }
        }
    }

    /** Without the features that hardly say anything. */
    private SequenceModel model() {
        float unit = LARGEST / 127;
        int[] features = table.features();
        int kept = 0;
        byte[] bytes = new byte[weights.length];
        for (int i = 0; i < features.length; i++) {
            float most = 0;
            for (int k = 0; k < LABELS; k++) {
                most = Math.max(most, Math.abs(weights[i * LABELS + k]));
            }
            if (most >= LEAST) {
                features[kept] = features[i];
                for (int k = 0; k < LABELS; k++) {
                    int rounded = Math.round(weights[i * LABELS + k] / unit);
                    bytes[kept * LABELS + k] = (byte) Math.clamp(rounded, -127, 127);
                }
                kept++;
            }
        }
        return new SequenceModel(
                Arrays.copyOf(features, kept),
                Arrays.copyOf(bytes, kept * LABELS),
                unit,
                follows.clone(),
                vocabulary);
    }
}
