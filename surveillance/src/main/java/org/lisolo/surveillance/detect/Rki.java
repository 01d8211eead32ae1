package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.series.CountSeries;

import java.util.List;

/**
 * The detector the Robert Koch Institute used for SurvStat, as {@code rki} of R's {@code
 * surveillance} 1.20 has it (RKI 1: b 0, w 6; RKI 2: b 1, w 6, both with the actual year; RKI 3: b
 * 2, w 4 without).
 *
 * <p>The bound is mean + 2 deviations of the reference values where their mean is above 20, else
 * the upper end of the 95 % interval of a Poisson mean, the mean rounded down (Crow and Gardner,
 * "Confidence intervals for the expectation of a Poisson variable", Biometrika 46 (1959) 441–453,
 * table 1). Expected: the mean of the reference values.
 */
public record Rki(Control control) implements Detector {
    /** Upper limits for 0, 1, … 20 cases. */
    private static final List<Double> UPPER =
            List.of(
                    3.285, 5.323, 6.686, 8.102, 9.598, 11.177, 12.817, 13.765, 14.921, 16.768,
                    17.633, 19.050, 20.335, 21.364, 22.945, 23.762, 25.400, 26.306, 27.735, 28.966,
                    30.017);

    /**
     * R's control, key for key.
     *
     * @param b years of history
     * @param w half width of the windows, in periods
     * @param actY whether the w periods just before are reference values too
     */
    public record Control(int b, int w, boolean actY) {
        public Control {
            Checks.atLeast("b", b, 0);
            Checks.atLeast("w", w, actY ? 1 : 0);
        }
    }

    @Override
    public int firstPosition(CountSeries series) {
        return ReferenceWindows.firstPosition(series, control.b(), control.w());
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        Detection detection = new Detection(from, to);
        double[] observed = series.observed();
        for (int k = from; k <= to; k++) {
            double[] reference =
                    ReferenceWindows.at(
                            series, observed, k, control.b(), control.w(), control.actY());
            double mean = Baseline.mean(reference);
            if (!Double.isNaN(mean)) {
                double bound =
                        mean > 20
                                ? mean + 2 * Baseline.deviation(reference)
                                : UPPER.get((int) mean);
                detection.set(k, mean, bound, Alarm.above(observed[k - 1], bound));
            }
        }
        return detection;
    }
}
