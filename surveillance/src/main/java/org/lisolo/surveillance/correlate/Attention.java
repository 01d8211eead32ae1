package org.lisolo.surveillance.correlate;

import org.lisolo.surveillance.score.PointScores;

/**
 * Whether a signal follows the news rather than the disease.
 *
 * @param withNews correlation of signal and news in the same week
 * @param withTarget correlation of signal and target in the same week
 * @param targetBeyondNews correlation of signal and target that is left when each has lost what the
 *     news explains of it (partial correlation)
 */
public record Attention(double withNews, double withTarget, double targetBeyondNews) {

    /**
     * Compares the weeks in which all three have a figure.
     *
     * @param signal people's interest: posts, searches, page views
     * @param target the official figure
     * @param news how much was published, for example articles a week
     */
    public static Attention of(double[] signal, double[] target, double[] news) {
        int[] weeks =
                java.util.stream.IntStream.range(0, target.length)
                        .filter(i -> !Double.isNaN(signal[i] + target[i] + news[i]))
                        .toArray();
        double[] s = java.util.Arrays.stream(weeks).mapToDouble(i -> signal[i]).toArray();
        double[] t = java.util.Arrays.stream(weeks).mapToDouble(i -> target[i]).toArray();
        double[] n = java.util.Arrays.stream(weeks).mapToDouble(i -> news[i]).toArray();
        double sn = PointScores.correlation(s, n);
        double st = PointScores.correlation(s, t);
        double tn = PointScores.correlation(t, n);
        double left = (1 - sn * sn) * (1 - tn * tn);
        return new Attention(sn, st, left > 0 ? (st - sn * tn) / Math.sqrt(left) : Double.NaN);
    }

    /**
     * Whether the news explains the signal better than the disease does. Then a rise of the signal
     * is first of all a rise of attention.
     */
    public boolean explainedByNews() {
        return withNews > withTarget;
    }
}
