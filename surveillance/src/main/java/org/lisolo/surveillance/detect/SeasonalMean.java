package org.lisolo.surveillance.detect;

/**
 * The columns of a log-linear model with a trend and waves: 1, t, cos 2πst/p, sin 2πst/p for s = 1,
 * 2…
 */
final class SeasonalMean {
    private SeasonalMean() {}

    static double[] row(double t, boolean trend, int waves, int frequency) {
        double[] row = new double[1 + (trend ? 1 : 0) + 2 * waves];
        int at = 0;
        row[at++] = 1;
        if (trend) {
            row[at++] = t;
        }
        for (int s = 1; s <= waves; s++) {
            double angle = 2 * s * Math.PI / frequency * t;
            row[at++] = Math.cos(angle);
            row[at++] = Math.sin(angle);
        }
        return row;
    }

    /** The rows for the times {@code first} to {@code last}, both included. */
    static double[][] rows(int first, int last, boolean trend, int waves, int frequency) {
        double[][] rows = new double[last - first + 1][];
        for (int t = first; t <= last; t++) {
            rows[t - first] = row(t, trend, waves, frequency);
        }
        return rows;
    }
}
