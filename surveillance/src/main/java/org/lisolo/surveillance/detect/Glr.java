package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.fit.CountRegression;
import org.lisolo.surveillance.fit.NegativeBinomialRegression;
import org.lisolo.surveillance.series.CountSeries;

import java.util.Arrays;
import java.util.Optional;

/**
 * Likelihood ratio detectors for seasonal counts: Höhle and Paul, "Count data regression charts for
 * the monitoring of surveillance time series", Computational Statistics and Data Analysis 52 (2008)
 * 4357–4368, and Höhle, "Poisson regression charts for the monitoring of surveillance time series",
 * University of Munich, SFB 386 discussion paper 500 (2006); as {@code glrpois} and {@code glrnb}
 * of R's {@code surveillance} 1.20 have them.
 *
 * <p>In control the counts have the seasonal mean μ₀, Poisson or negative binomial with variance μ₀
 * + α μ₀². Out of control, with {@code intercept}, it is μ₀ e^κ from some period on; with {@code
 * epi}, μ₀ + λ y_{t−1}. The statistic is the largest log likelihood ratio over the times of change
 * (and over κ unless {@code theta} gives it, which makes it a CUSUM); an alarm where it reaches
 * {@code c.ARL}, after which the chart starts anew with the next period.
 *
 * <p>μ₀ is a log-linear model with {@code S} waves a year and perhaps a trend, fitted to all counts
 * before the range; α too is fitted where it is not given. Column {@code mu0}, also what is
 * expected. The bound is the statistic, or with {@code ret = cases} the count that would raise an
 * alarm.
 *
 * @param poisson whether this is {@code glrpois}, whose dispersion α is 0
 */
public record Glr(boolean poisson, Control control) implements Detector {
    /**
     * R's control, key for key.
     *
     * @param threshold {@code c.ARL}
     * @param mu0 the in-control mean
     * @param alpha the dispersion; empty: fitted
     * @param mtilde at least so many periods lie between a change and its alarm, and 1 less
     * @param m at most so many periods are looked back; −1: all
     * @param change what a change is
     * @param theta κ, where it is known
     * @param upward whether rises are looked for ({@code dir = "inc"}) or falls
     * @param cases whether the bound is a count ({@code ret = "cases"})
     * @param xMax no count above this is tried for a bound
     */
    public record Control(
            double threshold,
            InControl mu0,
            Optional<Double> alpha,
            int mtilde,
            int m,
            Change change,
            Optional<Double> theta,
            boolean upward,
            boolean cases,
            double xMax) {
        public Control {
            Checks.above("c.ARL", threshold, 0);
            Checks.atLeast("Mtilde", mtilde, 1);
            Checks.atLeast("M", m, -1);
            alpha.ifPresent(value -> Checks.atLeast("alpha", value, 0));
            theta.ifPresent(
                    value -> {
                        if (value == 1 || value == 0) {
                            throw Checks.bad("theta", "must be neither 0 nor 1");
                        }
                    });
            if (change == Change.EPI && cases) {
                throw Checks.bad("ret", "cannot be cases where change is epi, in R neither");
            }
        }
    }

    /** What a change is. */
    public enum Change {
        INTERCEPT,
        EPI
    }

    /** Where the in-control mean comes from. */
    public sealed interface InControl {
        /**
         * A log-linear model fitted to the counts before the range.
         *
         * @param waves {@code S}: waves a year
         * @param refit whether it is fitted again after each alarm
         */
        record Model(int waves, boolean trend, boolean refit) implements InControl {
            public Model {
                Checks.atLeast("mu0$S", waves, 0);
            }
        }

        /** Given means, one a period of the range or one for all. */
        record Given(java.util.List<Double> means) implements InControl {
            public Given {
                means = java.util.List.copyOf(means);
                means.forEach(mean -> Checks.above("mu0", mean, 0));
            }
        }
    }

    @Override
    public int firstPosition(CountSeries series) {
        return 1 + series.length() / 2;
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        Ranges.needCounts(series, 1, to, poisson ? "glrpois" : "glrnb");
        Means fitted = means(series, from, to, control.alpha());
        double alpha = fitted.alpha();
        double[] means = fitted.means();
        Detection detection = new Detection(from, to);
        Detection.Column column = detection.column("mu0");
        double previous = 0;
        for (int start = from; start <= to; ) {
            double[] counts = Arrays.copyOfRange(series.observed(), start - 1, to);
            double[] rest = Arrays.copyOfRange(means, start - from, means.length);
            GlrChart chart = new GlrChart(control, alpha, counts, rest, previous);
            GlrChart.Run run = chart.run();
            int end = run.alarmAt() < counts.length ? start + run.alarmAt() : to;
            for (int t = start; t <= end; t++) {
                double bound = run.bound(t - start);
                boolean raised = t - start == run.alarmAt();
                double mean = means[t - from];
                detection.set(
                        t, mean, Double.isNaN(bound) || bound < 0 ? 0 : bound, Alarm.of(raised));
                column.set(t, mean);
            }
            previous = counts[end - start];
            start = end + 1;
            refit(series, start, from, to, alpha, means);
        }
        return detection;
    }

    private void refit(
            CountSeries series, int start, int from, int to, double alpha, double[] means) {
        if (start <= to && control.mu0() instanceof InControl.Model model && model.refit()) {
            double[] anew = means(series, start, to, Optional.of(alpha)).means();
            System.arraycopy(anew, 0, means, start - from, anew.length);
        }
    }

    /** In-control means of a range, and the dispersion they go with. */
    private static final class Means {
        private final double[] means;
        private final double alpha;

        Means(double[] means, double alpha) {
            this.means = means;
            this.alpha = alpha;
        }

        double[] means() {
            return means;
        }

        double alpha() {
            return alpha;
        }
    }

    private Means means(CountSeries series, int from, int to, Optional<Double> alpha) {
        return switch (control.mu0()) {
            case InControl.Given given -> given(given, to - from + 1, alpha);
            case InControl.Model model -> fitted(model, series, from, to, alpha);
        };
    }

    private static Means given(InControl.Given given, int length, Optional<Double> alpha) {
        double[] means = new double[length];
        if (given.means().size() != 1 && given.means().size() != length) {
            throw Checks.bad(
                    "mu0",
                    "must be one mean or one a period of the range, "
                            + length
                            + ", not "
                            + given.means().size());
        }
        Arrays.setAll(means, i -> given.means().get(given.means().size() == 1 ? 0 : i));
        return new Means(
                means, alpha.orElseThrow(() -> Checks.bad("alpha", "must be given where mu0 is")));
    }

    private static Means fitted(
            InControl.Model model, CountSeries series, int from, int to, Optional<Double> alpha) {
        int columns = 1 + (model.trend() ? 1 : 0) + 2 * model.waves();
        if (from - 1 <= columns) {
            throw Ranges.tooShort(series, from, from - columns - 1, "use a later range");
        }
        int frequency = series.calendar().frequency();
        CountRegression regression =
                new CountRegression(
                        SeasonalMean.rows(1, from - 1, model.trend(), model.waves(), frequency),
                        Arrays.copyOf(series.observed(), from - 1));
        try {
            CountRegression.Fit fit;
            double dispersion;
            if (alpha.isEmpty()) {
                NegativeBinomialRegression both = NegativeBinomialRegression.of(regression);
                fit = both.fit();
                dispersion = 1 / both.theta();
            } else {
                dispersion = alpha.get();
                fit =
                        dispersion == 0
                                ? regression.poisson()
                                : regression.negativeBinomial(1 / dispersion);
            }
            double[] means = new double[to - from + 1];
            Arrays.setAll(
                    means,
                    i ->
                            fit.predict(
                                    SeasonalMean.row(
                                            from + i, model.trend(), model.waves(), frequency)));
            return new Means(means, dispersion);
        } catch (CountRegression.NoFit e) {
            throw new Problem("no-fit", "no in-control mean: " + e.getMessage(), "index " + from);
        }
    }
}
