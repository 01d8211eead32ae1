package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.fit.CountDistributions;
import org.lisolo.surveillance.fit.WaveModel;
import org.lisolo.surveillance.series.CountSeries;

/**
 * Lisolo's recommended detector: Farrington flexible with a smooth season, all the history there
 * is, and two weeks looked at together.
 *
 * <p>As there, a quasi-Poisson model is fitted to the past without its latest half year, past
 * outbreaks weigh less (Noufaily and others 2013), and the count is held against a negative
 * binomial. What differs:
 *
 * <ul>
 *   <li>the season is one wave (1, t, cos, sin: four coefficients in place of eleven), so up to
 *       {@code years} years of every week steady it, and it begins with eight periods: below one
 *       year of history the model is a mean, below two a trend;
 *   <li>the negative binomial has the variance φ μ + s² μ², s the relative error of μ, so a short
 *       history is not too sure of itself;
 *   <li>a period that is high by itself (p₁ below {@code follow}) is also judged together with the
 *       one before: p = min(p₁, 2 p₂), p₂ the probability of the sum of both. Outbreaks last longer
 *       than a week, chance does not.
 * </ul>
 *
 * <p>There is an alarm where p is below {@code alpha} and {@code limit54} is met. The bound is the
 * highest count that raises none after the count seen the period before. Columns: {@code pvalue} p,
 * {@code phi} φ. How it compares on simulated outbreaks is in {@code
 * docs/surveillance-detectors.md}. Missing reports are left out of the fit; a period before without
 * a report is not looked at.
 */
public record SustainedRise(Control control) implements Detector {
    private static final int LEAST_HISTORY = 8;

    /**
     * What may be set.
     *
     * @param alpha the p value below which there is an alarm
     * @param years of history at most
     * @param weightsThreshold the residual above which past outbreaks weigh less
     * @param follow the p value below which the period before is looked at too
     * @param limit54 cases needed in the last periods
     */
    public record Control(
            double alpha, int years, double weightsThreshold, double follow, Limit54 limit54) {
        public Control {
            Checks.probability("alpha", alpha);
            Checks.atLeast("years", years, 1);
            Checks.above("weightsThreshold", weightsThreshold, 0);
            Checks.atLeast("follow", follow, 0);
        }

        /** The recommended settings at a false-alarm rate. */
        public static Control recommended(double alpha) {
            return new Control(alpha, 8, 2.58, 0.05, new Limit54(2, 4));
        }
    }

    @Override
    public int firstPosition(CountSeries series) {
        return LEAST_HISTORY + 1 + LEAST_HISTORY / 4;
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        if (from < firstPosition(series)) {
            throw Ranges.tooShort(
                    series, from, from - firstPosition(series) + 1, "use a later range");
        }
        Detection detection = new Detection(from, to);
        Detection.Column pvalue = detection.column("pvalue");
        Detection.Column phi = detection.column("phi");
        double[] observed = series.observed();
        for (int k = from; k <= to; k++) {
            Forecast forecast = forecast(series, observed, k);
            double y = observed[k - 1];
            if (!forecast.known() || Double.isNaN(y)) {
                continue;
            }
            double p = forecast.probability(y, control.follow());
            double bound = forecast.bound(control.alpha(), control.follow());
            boolean raised = p < control.alpha() && control.limit54().enough(observed, k);
            detection.set(k, forecast.mean(), bound, Alarm.of(raised));
            pvalue.set(k, p);
            phi.set(k, forecast.phi());
        }
        return detection;
    }

    private Forecast forecast(CountSeries series, double[] observed, int k) {
        int frequency = series.calendar().frequency();
        int skipped = Math.min(frequency / 2, (k - 1) / 5);
        int first = Math.max(1, k - control.years() * frequency);
        int end = k - skipped;
        int used = 0;
        for (int t = first; t < end; t++) {
            used += Double.isNaN(observed[t - 1]) ? 0 : 1;
        }
        if (used < LEAST_HISTORY) {
            return Forecast.unknown();
        }
        int columns = used >= 2 * frequency ? 4 : used >= frequency ? 2 : 1;
        double[][] rows = new double[used][];
        double[] counts = new double[used];
        int at = 0;
        double sum = 0;
        for (int t = first; t < end; t++) {
            if (!Double.isNaN(observed[t - 1])) {
                rows[at] = row(t - k, columns, frequency);
                counts[at] = observed[t - 1];
                sum += counts[at];
                at++;
            }
        }
        WaveModel model = new WaveModel(rows, counts);
        model.reweight(control.weightsThreshold());
        double least = Math.max(0.5, Math.min(sum, 1)) / used;
        return Forecast.of(
                model,
                row(0, columns, frequency),
                row(-1, columns, frequency),
                k > 1 ? observed[k - 2] : Double.NaN,
                least);
    }

    /** Time in years from the monitored period. */
    private static double[] row(int t, int columns, int frequency) {
        double angle = 2 * Math.PI * t / frequency;
        double[] all = {1, t / (double) frequency, Math.cos(angle), Math.sin(angle)};
        return java.util.Arrays.copyOf(all, columns);
    }

    /** What is expected of a period and of it together with the one before. */
    private record Forecast(
            double mean,
            double variance,
            double before,
            double bothMean,
            double bothVariance,
            double phi) {
        static Forecast unknown() {
            return new Forecast(Double.NaN, 0, 0, 0, 0, 0);
        }

        static Forecast of(
                WaveModel model, double[] now, double[] last, double before, double least) {
            double phi = model.dispersion();
            double mean = Math.max(least, model.predict(now));
            double error = mean * model.relativeError(now);
            double lastMean = Math.max(least, model.predict(last));
            double bothError = error + lastMean * model.relativeError(last);
            double both = mean + lastMean;
            return new Forecast(
                    mean,
                    phi * mean + Math.min(error * error, 50 * mean),
                    before,
                    both,
                    phi * both + Math.min(bothError * bothError, 50 * both),
                    phi);
        }

        boolean known() {
            return !Double.isNaN(mean);
        }

        double probability(double y, double follow) {
            double alone = upper(y, mean, variance);
            if (alone >= follow || Double.isNaN(before)) {
                return alone;
            }
            return Math.min(alone, 2 * upper(y + before, bothMean, bothVariance));
        }

        private static double upper(double y, double mean, double variance) {
            double phi = variance / mean;
            return phi > 1
                    ? CountDistributions.negativeBinomialUpper(y, mean / (phi - 1), 1 / phi)
                    : CountDistributions.poissonUpper(y, mean);
        }

        /** The highest count that raises no alarm. */
        double bound(double alpha, double follow) {
            double high = 1;
            while (probability(high, follow) >= alpha) {
                high *= 2;
            }
            double low = Math.floor(high / 2);
            while (high - low > 1) {
                double middle = Math.floor((low + high) / 2);
                if (probability(middle, follow) >= alpha) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high - 1;
        }
    }
}
