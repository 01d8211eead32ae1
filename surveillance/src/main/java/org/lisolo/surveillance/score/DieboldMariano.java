package org.lisolo.surveillance.score;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether one forecast loses less than another by more than chance (Diebold and Mariano 1995, J.
 * Bus. Econ. Stat. 13:253, section 1.1), with the small-sample correction and Student's t of
 * Harvey, Leybourne and Newbold (1997, Int. J. Forecasting 13:281, equation 9).
 *
 * @param statistic above 0 where the second forecast loses less
 * @param pValue two-sided; {@code NaN} where the two never differ
 * @param n forecasts compared
 * @param lags autocovariances that went into the variance
 */
public record DieboldMariano(double statistic, double pValue, int n, int lags) {

    /**
     * Compares losses week by week.
     *
     * @param first losses of the first forecast (squared or absolute errors), in order of time
     * @param second losses of the second, as many
     * @param lags autocovariances to count: 0 for one-step forecasts by the paper; more is more
     *     careful where losses come in bursts. They are weighted down linearly (Newey and West
     *     1987), so that the variance cannot fall below 0
     */
    public static DieboldMariano compare(double[] first, double[] second, int lags) {
        int n = first.length;
        double[] gained = new double[n];
        for (int i = 0; i < n; i++) {
            gained[i] = first[i] - second[i];
        }
        double mean = PointScores.mean(gained);
        double variance = 0;
        for (int lag = 0; lag <= Math.min(lags, n - 1); lag++) {
            double sum = 0;
            for (int i = lag; i < n; i++) {
                sum += (gained[i] - mean) * (gained[i - lag] - mean);
            }
            double weight = lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0));
            variance += weight * sum / n;
        }
        double horizon = lags + 1;
        double correction = Math.sqrt((n + 1 - 2 * horizon + horizon * (horizon - 1) / n) / n);
        double statistic = correction * mean / Math.sqrt(variance / n);
        double pValue =
                Double.isFinite(statistic) && n > 1
                        ? 2 * TDistribution.of(n - 1).survivalProbability(Math.abs(statistic))
                        : Double.NaN;
        return new DieboldMariano(statistic, pValue, n, lags);
    }
}
