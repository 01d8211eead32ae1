package org.lisolo.screening.phi;

import java.util.ArrayList;
import java.util.List;

/** Finds names, places, dates and numbers with the sequence model. For one thread. */
final class SequenceTagger {
    /** Tokens that are labelled together; a longer text is cut. */
    static final int BLOCK = 2048;

    private static final int LABELS = Labels.COUNT;

    private final SequenceModel model;
    private final TokenFeatures features;
    private final ChainSums sums = new ChainSums(64);
    private final float[] odds = new float[LABELS * LABELS];
    private final float[] follows = new float[LABELS * LABELS];
    private float[] scores = new float[64 * LABELS];
    private float[] best = new float[64 * LABELS];
    private byte[] came = new byte[64 * LABELS];
    private byte[] labels = new byte[64];

    /**
     * What was found.
     *
     * @param first the first token
     * @param end one past the last
     * @param kind of {@link Labels}
     * @param confidence how probable it is that the least sure of its tokens identifies, 0 to 1
     */
    record Found(int first, int end, int kind, double confidence) {}

    SequenceTagger(SequenceModel model) {
        this.model = model;
        features = new TokenFeatures(model.vocabulary());
        for (int i = 0; i < odds.length; i++) {
            odds[i] = model.odds(i / LABELS, i % LABELS);
            follows[i] = model.follows(i / LABELS, i % LABELS);
        }
    }

    /**
     * Finds identifiers in a text.
     *
     * @param caution added to what speaks for each identifier, in natural logarithms of odds
     */
    List<Found> find(Tokens tokens, int[] marks, float caution) {
        List<Found> found = new ArrayList<>();
        for (int from = 0; from < tokens.count; from += BLOCK) {
            int to = Math.min(tokens.count, from + BLOCK);
            block(tokens, from, to, marks, caution, found);
        }
        return found;
    }

    private void block(
            Tokens tokens, int from, int to, int[] marks, float caution, List<Found> found) {
        int n = to - from;
        if (scores.length < n * LABELS) {
            scores = new float[n * LABELS];
            best = new float[n * LABELS];
            came = new byte[n * LABELS];
            labels = new byte[n];
        }
        features.read(tokens, from, to, marks);
        for (int i = 0; i < n; i++) {
            features.of(i);
            model.score(features, scores, i * LABELS);
            for (int k = Labels.first(0); k <= Labels.further(Labels.ID); k++) {
                scores[i * LABELS + k] += caution;
            }
        }
        bestPath(n);
        boolean summed = false;
        int first = -1;
        for (int i = 0; i <= n; i++) {
            boolean goes = i < n && Labels.isFurther(labels[i]);
            if (first >= 0 && !goes) {
                if (!summed) {
                    sums.run(scores, n, odds);
                    summed = true;
                }
                int kind = Labels.kind(labels[first]);
                found.add(new Found(from + first, from + i, kind, confidence(first, i)));
                first = -1;
            }
            if (i < n && Labels.isFirst(labels[i])) {
                first = i;
            }
        }
    }

    private double confidence(int first, int end) {
        double least = 1;
        for (int i = first; i < end; i++) {
            double sum = 0;
            for (int k = Labels.first(0); k <= Labels.further(Labels.ID); k++) {
                sum += sums.probability(i, k);
            }
            least = Math.min(least, sum);
        }
        return Math.min(1, least);
    }

    private void bestPath(int n) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < LABELS; k++) {
                int from = 0;
                float most = Float.NEGATIVE_INFINITY;
                if (i == 0) {
                    most = Labels.isFurther(k) ? -1e9f : 0;
                } else {
                    for (int j = Labels.earliest(k); j < Labels.latest(k); j++) {
                        float way = best[(i - 1) * LABELS + j] + follows[j * LABELS + k];
                        if (way > most) {
                            most = way;
                            from = j;
                        }
                    }
                }
                best[i * LABELS + k] = most + scores[i * LABELS + k];
                came[i * LABELS + k] = (byte) from;
            }
        }
        int state = 0;
        for (int k = 1; k < LABELS; k++) {
            if (best[(n - 1) * LABELS + k] > best[(n - 1) * LABELS + state]) {
                state = k;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            labels[i] = (byte) state;
            state = came[i * LABELS + state];
        }
    }
}
