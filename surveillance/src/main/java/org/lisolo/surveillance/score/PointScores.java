package org.lisolo.surveillance.score;

/**
 * Scores of single-number forecasts against what came.
 *
 * @param n pairs scored
 * @param rmse root of the mean squared error, in the units of the forecast
 * @param mae mean absolute error, in the units of the forecast
 * @param correlation Pearson's; {@code NaN} where one side does not vary
 */
public record PointScores(int n, double rmse, double mae, double correlation) {

    /** Scores pairs; both arrays are equally long and hold no {@code NaN}. */
    public static PointScores of(double[] observed, double[] predicted) {
        double squares = 0;
        double absolute = 0;
        for (int i = 0; i < observed.length; i++) {
            double off = observed[i] - predicted[i];
            squares += off * off;
            absolute += Math.abs(off);
        }
        int n = observed.length;
        return new PointScores(
                n, Math.sqrt(squares / n), absolute / n, correlation(observed, predicted));
    }

    /** The part of the baseline's error that is gone: 1 is perfect, 0 no better, below 0 worse. */
    public static double skill(double error, double baselineError) {
        return 1 - error / baselineError;
    }

    /** Pearson's correlation; {@code NaN} where one side does not vary. */
    public static double correlation(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
