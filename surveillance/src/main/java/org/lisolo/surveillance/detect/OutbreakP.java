package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.series.CountSeries;

import java.util.Arrays;

/**
 * Semiparametric detection of a monotone rise: Frisén, Andersson and Schiöler, "Robust outbreak
 * surveillance of epidemics in Sweden", Statistics in Medicine 28 (2009) 476–493, section 4, as
 * {@code outbreakP} of R's {@code surveillance} 1.20 has it.
 *
 * <p>The statistic of a period is Π (ŷ_j / ȳ)^{y_j} over all periods up to it: the likelihood of
 * the best fit that never falls (isotonic regression, ŷ) over that of a constant (ȳ). There is an
 * alarm where it is above {@code k}. The bound is the statistic, or with {@code ret = cases} the
 * count that would just raise an alarm. The product is multiplied up as R does, so a long series of
 * large counts leaves the range of numbers where R's does.
 */
public record OutbreakP(Control control) implements Detector {
    /**
     * R's control, key for key.
     *
     * @param k the statistic that raises an alarm
     * @param cases whether the bound is a count ({@code ret = "cases"}) or the statistic
     * @param maxUpperboundCases no count above this is tried
     */
    public record Control(double k, boolean cases, double maxUpperboundCases) {
        public Control {
            Checks.above("k", k, 0);
            Checks.atLeast("maxUpperboundCases", maxUpperboundCases, 1);
        }
    }

    @Override
    public int firstPosition(CountSeries series) {
        return 1;
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        Ranges.needCounts(series, 1, to, "outbreakP");
        double[] observed = series.observed();
        Detection detection = new Detection(from, to);
        for (int k = from; k <= to; k++) {
            double[] until = Arrays.copyOf(observed, k);
            double statistic = statistic(until);
            Alarm alarm = Alarm.above(statistic, control.k());
            double bound = control.cases() ? casesFor(until, statistic) : statistic;
            detection.set(k, Double.NaN, bound, alarm);
        }
        return detection;
    }

    private double casesFor(double[] until, double statistic) {
        int last = until.length - 1;
        if (last == 0) {
            return control.k() >= 1 ? Double.NaN : 0;
        }
        boolean alarm = statistic > control.k();
        double[] tried = until.clone();
        while (!Double.isNaN(statistic)
                && (alarm ? tried[last] > 0 : tried[last] < control.maxUpperboundCases())) {
            tried[last] += alarm ? -1 : 1;
            statistic = statistic(tried);
            if (!Double.isNaN(statistic) && statistic > control.k() != alarm) {
                return tried[last] + (alarm ? 1 : 0);
            }
        }
        return Double.NaN;
    }

    private static double statistic(double[] counts) {
        int n = counts.length;
        double[] sum = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += (counts[i] - mean) / (i + 1);
            sum[blocks] = counts[i];
            size[blocks] = 1;
            while (blocks > 0 && sum[blocks] / size[blocks] <= sum[blocks - 1] / size[blocks - 1]) {
                sum[blocks - 1] += sum[blocks];
                size[blocks - 1] += size[blocks];
                blocks--;
            }
            blocks++;
        }
        double product = 1;
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            double level = sum[b] / size[b];
            double ratio = level == 0 && mean == 0 ? 1 : level / mean;
            for (int end = at + size[b]; at < end; at++) {
                product *= Math.pow(ratio, counts[at]);
            }
        }
        return product;
    }
}
