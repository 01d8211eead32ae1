package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.fit.CountDistributions;
import org.lisolo.surveillance.series.CountSeries;

import java.util.Arrays;

/**
 * EARS with a proper prediction interval and past signals weighted down, the detector of ECDC's
 * epitweetr ({@code ears_t_reweighted} of epitweetr 2.2; its vignette, section "Signal detection").
 *
 * <p>Over the last {@code no_historic} periods (of the same weekday, if so set: every seventh) with
 * weights w that sum to n: mean ȳ = Σ w y / n, deviation s = √(Σ w (y − ȳ)² / (n − 1)), bound = ȳ +
 * t(1 − alpha; n − 1) s √(1 + 1/n). The weights are 1 at first; then externally studentised
 * residuals r (Chatterjee and Hadi 1988, section 4.2) above the threshold r₀ = t(1 − alpha_outlier;
 * n − 2) weigh (r₀ / r)^k_decay. There is an alarm where the count is above the reweighted bound.
 *
 * <p>Columns: {@code U0} and {@code alarm0} without weights, {@code y0bar} the unweighted mean
 * (also what is expected), {@code U0_dw} and {@code alarm0_dw} with weights (also bound and alarm).
 * No values for the first periods, and none with weights where all counts of the history but one
 * are equal, as in epitweetr.
 */
public record EarsReweighted(Control control) implements Detector {
    /**
     * The arguments of epitweetr's function, under their names.
     *
     * @param alpha one-sided probability of a false alarm
     * @param alphaOutlier residuals beyond this quantile weigh less
     * @param decay the power by which they do
     * @param historic how many earlier values
     * @param sameWeekday whether only values of the same weekday count
     */
    public record Control(
            double alpha, double alphaOutlier, double decay, int historic, boolean sameWeekday) {
        public Control {
            Checks.probability("alpha", alpha);
            Checks.probability("alpha_outlier", alphaOutlier);
            Checks.atLeast("k_decay", decay, 0);
            Checks.atLeast("no_historic", historic, 3);
        }
    }

    @Override
    public int firstPosition(CountSeries series) {
        return 1;
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        int step = control.sameWeekday() ? 7 : 1;
        int n = control.historic();
        double[] observed = series.observed();
        Detection detection = new Detection(from, to);
        Detection.Column plainBound = detection.column("U0");
        Detection.Column plainAlarm = detection.column("alarm0");
        Detection.Column plainMean = detection.column("y0bar");
        Detection.Column bound = detection.column("U0_dw");
        Detection.Column alarm = detection.column("alarm0_dw");
        double quantile = CountDistributions.studentUpperQuantile(control.alpha(), n - 1);
        double limit = CountDistributions.studentUpperQuantile(control.alphaOutlier(), n - 2);
        double[] history = new double[n];
        double[] weights = new double[n];
        for (int k = Math.max(from, n * step + 1); k <= to; k++) {
            for (int i = 0; i < n; i++) {
                history[i] = observed[k - 1 - (n - i) * step];
            }
            Arrays.fill(weights, 1);
            Limit plain = Limit.of(history, weights, quantile);
            downweight(history, plain.mean(), limit, weights);
            Limit reweighted = Limit.of(history, weights, quantile);
            double y = observed[k - 1];
            plainMean.set(k, plain.mean());
            plainBound.set(k, plain.bound());
            plainAlarm.set(k, asNumber(Alarm.above(y, plain.bound())));
            bound.set(k, reweighted.bound());
            alarm.set(k, asNumber(Alarm.above(y, reweighted.bound())));
            detection.set(k, plain.mean(), reweighted.bound(), Alarm.above(y, reweighted.bound()));
        }
        return detection;
    }

    private void downweight(double[] history, double mean, double limit, double[] weights) {
        int n = history.length;
        double[] others = new double[n - 1];
        for (int i = 0; i < n; i++) {
            System.arraycopy(history, 0, others, 0, i);
            System.arraycopy(history, i + 1, others, i, n - 1 - i);
            double residual =
                    (history[i] - mean) / (Baseline.deviation(others) * Math.sqrt(1 - 1.0 / n));
            if (Double.isNaN(residual)) {
                weights[i] = Double.NaN;
            } else if (residual > limit) {
                weights[i] = Math.pow(limit / residual, control.decay());
            }
        }
    }

    private static double asNumber(Alarm alarm) {
        return switch (alarm) {
            case RAISED -> 1;
            case NOT_RAISED -> 0;
            case UNKNOWN -> Double.NaN;
        };
    }

    /** The weighted mean and the prediction limit above it. */
    private record Limit(double mean, double bound) {
        static Limit of(double[] history, double[] weights, double quantile) {
            int n = history.length;
            double total = 0;
            for (double weight : weights) {
                total += weight;
            }
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += weights[i] / total * n * history[i];
            }
            mean /= n;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double apart = history[i] - mean;
                squares += weights[i] / total * n * apart * apart;
            }
            double deviation = Math.sqrt(squares / (n - 1));
            return new Limit(mean, mean + quantile * deviation * Math.sqrt(1 + 1.0 / n));
        }
    }
}
