package org.lisolo.surveillance.nowcast;

import java.util.Arrays;

/**
 * Weighs models by how well they did lately: the weight falls with the fourth power of the mean
 * squared error, weeks counting less the older they are (by e each year), and ten weeks of equal
 * merit counted in, so that a model needs a season to stand out. Stateless.
 */
final class Weighing {
    /** Weeks of the past that count at all. */
    static final int MEMORY = 208;

    private static final double FADING = 52;
    private static final double EQUAL_MERIT = 10;

    private Weighing() {}

    /**
     * The weighted mean of what the models say.
     *
     * @param said what each model says of this week, {@code NaN} where it says nothing
     * @param before what they said of past weeks, the newest first, then by model
     * @param came what came in those weeks, {@code NaN} where it is not known
     * @param age how many weeks ago the newest of them was
     * @return {@code NaN} where no model says anything
     */
    static double weigh(double[] said, double[][] before, double[] came, int age) {
        int[] speaking =
                java.util.stream.IntStream.range(0, said.length)
                        .filter(k -> !Double.isNaN(said[k]))
                        .toArray();
        if (speaking.length == 0) {
            return Double.NaN;
        }
        double[] squares = new double[speaking.length];
        double total = 0;
        for (int i = 0; i < came.length; i++) {
            if (!Double.isNaN(came[i]) && allSpoke(before[i], speaking)) {
                double fade = Math.exp(-(age + i) / FADING);
                total += fade;
                for (int k = 0; k < speaking.length; k++) {
                    double off = before[i][speaking[k]] - came[i];
                    squares[k] += fade * off * off;
                }
            }
        }
        double common = total > 0 ? median(squares) / total : 1;
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < speaking.length; k++) {
            double merit = (squares[k] + EQUAL_MERIT * common) / (total + EQUAL_MERIT);
            double weight = Math.pow(Math.max(merit, 1e-12), -4);
            sum += weight * said[speaking[k]];
            weights += weight;
        }
        return sum / weights;
    }

    private static boolean allSpoke(double[] said, int[] speaking) {
        return Arrays.stream(speaking).noneMatch(k -> Double.isNaN(said[k]));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
