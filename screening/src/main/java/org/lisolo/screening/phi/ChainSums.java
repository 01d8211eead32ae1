package org.lisolo.screening.phi;

/**
 * How probable each label of each token is, by the forward and backward sums over a chain (Rabiner,
 * Proceedings of the IEEE 77, 1989, section III, scaled token by token).
 */
final class ChainSums {
    private static final int LABELS = Labels.COUNT;

    private float[] local;
    private float[] forward;
    private float[] backward;
    private int count;

    ChainSums(int tokens) {
        local = new float[tokens * LABELS];
        forward = new float[tokens * LABELS];
        backward = new float[tokens * LABELS];
    }

    /**
     * Sums over all ways to label {@code n} tokens.
     *
     * @param scores in natural logarithms
     * @param odds of a label after another, row by row
     */
    void run(float[] scores, int n, float[] odds) {
        if (local.length < n * LABELS) {
            local = new float[n * LABELS];
            forward = new float[n * LABELS];
            backward = new float[n * LABELS];
        }
        count = n;
        for (int i = 0; i < n; i++) {
            float most = scores[i * LABELS];
            for (int k = 1; k < LABELS; k++) {
                most = Math.max(most, scores[i * LABELS + k]);
            }
            for (int k = 0; k < LABELS; k++) {
                local[i * LABELS + k] =
                        (float) Math.exp(Math.max(scores[i * LABELS + k] - most, -40));
            }
        }
        forward(odds);
        backward(odds);
    }

    private void forward(float[] odds) {
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (int k = 0; k < LABELS; k++) {
                float before = 0;
                if (i == 0) {
                    before = Labels.isFurther(k) ? 0 : 1;
                } else {
                    for (int j = Labels.earliest(k); j < Labels.latest(k); j++) {
                        before += forward[(i - 1) * LABELS + j] * odds[j * LABELS + k];
                    }
                }
                forward[i * LABELS + k] = before * local[i * LABELS + k];
                sum += forward[i * LABELS + k];
            }
            scale(forward, i, sum);
        }
    }

    private void backward(float[] odds) {
        for (int i = count - 1; i >= 0; i--) {
            float sum = 0;
            for (int j = 0; j < LABELS; j++) {
                float after = i == count - 1 ? 1 : 0;
                for (int k = 0; k < LABELS && i < count - 1; k++) {
                    int next = (i + 1) * LABELS + k;
                    after += odds[j * LABELS + k] * local[next] * backward[next];
                }
                backward[i * LABELS + j] = after;
                sum += after;
            }
            scale(backward, i, sum);
        }
    }

    private static void scale(float[] sums, int token, float sum) {
        float by = sum > 0 ? 1 / sum : 0;
        for (int k = 0; k < LABELS; k++) {
            sums[token * LABELS + k] *= by;
        }
    }

    /** How probable a label is at a token, 0 to 1. */
    float probability(int token, int label) {
        float all = 0;
        for (int k = 0; k < LABELS; k++) {
            all += forward[token * LABELS + k] * backward[token * LABELS + k];
        }
        int at = token * LABELS + label;
        return all > 0 ? forward[at] * backward[at] / all : 0;
    }

    /** Adds how probable each pair of labels is at a token and the one before it. */
    void addPairs(int token, float[] odds, float[] pairs) {
        if (token == 0) {
            return;
        }
        float[] now = new float[LABELS * LABELS];
        float all = 0;
        for (int j = 0; j < LABELS; j++) {
            for (int k = 0; k < LABELS; k++) {
                int at = token * LABELS + k;
                float pair =
                        forward[(token - 1) * LABELS + j]
                                * odds[j * LABELS + k]
                                * local[at]
                                * backward[at];
                now[j * LABELS + k] = pair;
                all += pair;
            }
        }
        for (int i = 0; i < now.length && all > 0; i++) {
            pairs[i] += now[i] / all;
        }
    }
}
