package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.fit.CountDistributions;
import org.lisolo.surveillance.series.CountSeries;

/**
 * The Early Aberration Reporting System's C1, C2 and C3: Hutwagner, Thompson, Seeman and Treadwell,
 * "The bioterrorism preparedness and response Early Aberration Reporting System (EARS)", Journal of
 * Urban Health 80 (2003) i89–i96; Fricker, Hegler and Dunfee, Statistics in Medicine 27 (2008)
 * 3407–3429, section 2.2; as {@code earsC} of R's {@code surveillance} 1.20 has it. No more history
 * is needed than the baseline.
 *
 * <p>C1 and C2: bound = mean + z·max(deviation, minSigma) of the {@code baseline} periods just
 * before, for C2 those two periods earlier; z is the normal 1 − alpha quantile. C3 adds to the
 * statistic of C2, (y − mean)/deviation, what the statistics of the two periods before exceed 1 by;
 * its bound is the count at which the sum reaches z, at least 0.
 *
 * <p>Expected: the baseline mean. Where all counts of a baseline are equal and {@code minSigma} is
 * 0, C3 divides by nothing and may have no bound, as in R. A missing report in a baseline leaves
 * bound and alarm without a value.
 */
public record Ears(Control control) implements Detector {
    /**
     * R's control, key for key.
     *
     * @param method C1, C2 or C3
     * @param baseline periods the mean is taken over
     * @param minSigma the deviation is taken to be at least this
     * @param alpha one-sided probability of a false alarm
     */
    public record Control(Method method, int baseline, double minSigma, double alpha) {
        public Control {
            Checks.atLeast("baseline", baseline, 3);
            Checks.atLeast("minSigma", minSigma, 0);
            Checks.probability("alpha", alpha);
        }
    }

    /** Which of the three. */
    public enum Method {
        C1,
        C2,
        C3
    }

    @Override
    public int firstPosition(CountSeries series) {
        return 1 + reach();
    }

    /** How many periods before the monitored one are looked at. */
    private int reach() {
        return switch (control.method()) {
            case C1 -> control.baseline();
            case C2 -> control.baseline() + 2;
            case C3 -> control.baseline() + 4;
        };
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        if (from <= reach()) {
            throw Ranges.tooShort(
                    series, from, from - reach(), "use a smaller baseline or a later range");
        }
        double[] observed = series.observed();
        double z = CountDistributions.normalUpperQuantile(control.alpha());
        Detection detection = new Detection(from, to);
        for (int k = from; k <= to; k++) {
            double[] baseline = baseline(observed, k);
            double deviation = deviation(baseline);
            double mean = Baseline.mean(baseline);
            double bound =
                    control.method() == Method.C3
                            ? RMath.max(
                                    0,
                                    observed[k - 1]
                                            + deviation
                                                    * (z
                                                            - excess(observed, k - 2)
                                                            - excess(observed, k - 1)))
                            : mean + z * deviation;
            detection.set(k, mean, bound, Alarm.above(observed[k - 1], bound));
        }
        return detection;
    }

    private double[] baseline(double[] observed, int k) {
        int lag = control.method() == Method.C1 ? 0 : 2;
        double[] baseline = new double[control.baseline()];
        System.arraycopy(observed, k - 1 - lag - baseline.length, baseline, 0, baseline.length);
        return baseline;
    }

    private double deviation(double[] baseline) {
        return RMath.max(Baseline.deviation(baseline), control.minSigma());
    }

    /** What the C2 statistic of an earlier period exceeds 1 by. */
    private double excess(double[] observed, int k) {
        double[] baseline = baseline(observed, k);
        double statistic = (observed[k - 1] - Baseline.mean(baseline)) / deviation(baseline);
        return RMath.max(0, statistic - 1);
    }
}
