package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.fit.CountRegression;
import org.lisolo.surveillance.series.CountSeries;

import java.util.Arrays;

/**
 * CUSUM of standardised counts: Rossi, Lampugnani and Marchi, "An approximate CUSUM procedure for
 * surveillance of health events", Statistics in Medicine 18 (1999) 2111–2122; Pierce and Schafer,
 * Journal of the American Statistical Association 81 (1986) 977–986, for the transforms; as {@code
 * cusum} of R's {@code surveillance} 1.20 has it.
 *
 * <p>C_t = max(0, C_{t−1} + z_t − k), with z the count standardised by the in-control mean m; an
 * alarm where C_t ≥ h. C starts at 0 at the first monitored period and is not reset by an alarm.
 * The mean is that of all counts before the range, a given number, or that of a Poisson model with
 * one wave a year fitted to them.
 *
 * <p>The bound is the count that would raise C to h, as R has it: for {@code none} and {@code
 * anscombeNegBin} h − C_t instead; 0 where negative or not a number. Column {@code m}, also what is
 * expected.
 */
public record Cusum(Control control) implements Detector {
    /**
     * R's control, key for key.
     *
     * @param k the shift in deviations that C forgives each period
     * @param h the value of C that raises an alarm
     * @param m the in-control mean
     * @param trans how a count is standardised
     * @param alpha dispersion of the negative binomial transforms: variance m + alpha m²
     */
    public record Control(double k, double h, InControl m, Transform trans, double alpha) {
        public Control {
            Checks.atLeast("k", k, 0);
            Checks.above("h", h, 0);
            Checks.above("alpha", alpha, 0);
        }
    }

    /** Where the in-control mean comes from. */
    public sealed interface InControl {
        /** The mean of the counts before the range. */
        record MeanBefore() implements InControl {}

        /** A Poisson model with one wave a year, fitted to the counts before the range. */
        record OneWave() implements InControl {}

        /** A given mean. */
        record Given(double mean) implements InControl {
            public Given {
                Checks.atLeast("m", mean, 0);
            }
        }
    }

    /** How a count is standardised. */
    public enum Transform {
        STANDARD,
        ROSSI,
        ANSCOMBE,
        ANSCOMBE_2ND,
        PEARSON_NEG_BIN,
        ANSCOMBE_NEG_BIN,
        NONE
    }

    @Override
    public int firstPosition(CountSeries series) {
        return 1 + series.length() / 2;
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        Ranges.needCounts(series, 1, to, "cusum");
        double[] means = means(series, from, to);
        Detection detection = new Detection(from, to);
        Detection.Column column = detection.column("m");
        double cusum = 0;
        for (int t = from; t <= to; t++) {
            double m = means[t - from];
            double before = cusum;
            cusum = RMath.max(0, before + (standardised(series.observed(t), m) - control.k()));
            double bound = bound(m, control.h() + control.k() - before, control.h() - cusum);
            detection.set(
                    t,
                    m,
                    Double.isNaN(bound) || bound < 0 ? 0 : bound,
                    Double.isNaN(cusum) ? Alarm.UNKNOWN : Alarm.of(cusum >= control.h()));
            column.set(t, m);
        }
        return detection;
    }

    private double[] means(CountSeries series, int from, int to) {
        double[] means = new double[to - from + 1];
        switch (control.m()) {
            case InControl.Given given -> Arrays.fill(means, given.mean());
            case InControl.MeanBefore _ -> {
                needBefore(series, from, 1);
                Arrays.fill(means, Baseline.mean(Arrays.copyOf(series.observed(), from - 1)));
            }
            case InControl.OneWave _ -> {
                if (control.trans() == Transform.ANSCOMBE_NEG_BIN && to > from) {
                    throw Checks.bad(
                            "m", "cannot be glm together with trans anscombeNegBin, in R neither");
                }
                needBefore(series, from, 4);
                fitWave(series, from, means);
            }
        }
        return means;
    }

    private static void needBefore(CountSeries series, int from, int least) {
        if (from <= least) {
            throw Ranges.tooShort(series, from, from - least, "use a later range");
        }
    }

    private static void fitWave(CountSeries series, int from, double[] means) {
        int frequency = series.calendar().frequency();
        int start = series.calendar().startPeriod();
        try {
            CountRegression.Fit fit =
                    new CountRegression(
                                    SeasonalMean.rows(start, start + from - 2, false, 1, frequency),
                                    Arrays.copyOf(series.observed(), from - 1))
                            .poisson();
            for (int i = 0; i < means.length; i++) {
                means[i] = fit.predict(SeasonalMean.row(start + from + i - 1, false, 1, frequency));
            }
        } catch (CountRegression.NoFit e) {
            throw new Problem("no-fit", "no in-control mean: " + e.getMessage(), "index " + from);
        }
    }

    private double standardised(double x, double m) {
        return switch (control.trans()) {
            case STANDARD -> (x - m) / Math.sqrt(m);
            case ROSSI -> (x - 3 * m + 2 * Math.sqrt(x * m)) / (2 * Math.sqrt(m));
            case ANSCOMBE ->
                    1.5 * (Math.pow(x, 2.0 / 3) - Math.pow(m, 2.0 / 3)) / Math.pow(m, 1.0 / 6);
            case ANSCOMBE_2ND ->
                    (Math.pow(x, 2.0 / 3) - (Math.pow(m, 2.0 / 3) - Math.pow(m, -1.0 / 3) / 9))
                            / (2.0 / 3 * Math.pow(m, 1.0 / 6));
            case PEARSON_NEG_BIN -> (x - m) / Math.sqrt(m + control.alpha() * m * m);
            case ANSCOMBE_NEG_BIN -> AnscombeNegativeBinomial.residual(x, m, control.alpha());
            case NONE -> x;
        };
    }

    /**
     * The count that brings C to h.
     *
     * @param room h + k less C before
     * @param left h less C now
     */
    private double bound(double m, double room, double left) {
        double root = Math.sqrt(m);
        return switch (control.trans()) {
            case STANDARD -> Math.ceil(root * room + m);
            case ROSSI -> 2 * room * root + 5 * m - 2 * Math.sqrt(4 * m * m + 2 * m * root * room);
            case ANSCOMBE -> powered(2.0 / 3 * Math.pow(m, 1.0 / 6) * room + Math.pow(m, 2.0 / 3));
            case ANSCOMBE_2ND ->
                    powered(
                            2.0 / 3 * Math.pow(m, 1.0 / 6) * room
                                    + (Math.pow(m, 2.0 / 3) - Math.cbrt(m) / 9));
            case PEARSON_NEG_BIN -> Math.sqrt(m + control.alpha() * m * m) * room + m;
            case ANSCOMBE_NEG_BIN, NONE -> left;
        };
    }

    private static double powered(double transformed) {
        return transformed < 0 ? 0 : Math.pow(transformed, 1.5);
    }
}
