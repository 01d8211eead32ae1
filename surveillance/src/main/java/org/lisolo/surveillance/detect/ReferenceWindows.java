package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CountSeries;

import java.util.Arrays;

/**
 * The reference values of the RKI and Bayes detectors: the {@code w} periods just before, if the
 * actual year is used, and the {@code 2w + 1} periods around the same time of each of the {@code b}
 * years before. Years are counted in periods, dates or not, as in R.
 */
final class ReferenceWindows {
    private ReferenceWindows() {}

    static int firstPosition(CountSeries series, int b, int w) {
        return b * series.calendar().frequency() + w + 1;
    }

    static double[] at(CountSeries series, double[] observed, int k, int b, int w, boolean actual) {
        int frequency = series.calendar().frequency();
        if (k - b * frequency - w < 1) {
            throw Ranges.tooShort(
                    series, k, k - b * frequency - w, "use a smaller b or w or a later range");
        }
        double[] values = new double[(actual ? w : 0) + b * (2 * w + 1)];
        int filled = 0;
        if (actual) {
            System.arraycopy(observed, k - 1 - w, values, 0, w);
            filled = w;
        }
        for (int year = 1; year <= b; year++) {
            int first = k - year * frequency - w;
            for (int at = first; at <= first + 2 * w; at++) {
                values[filled++] = at <= observed.length ? observed[at - 1] : Double.NaN;
            }
        }
        if (values.length == 0) {
            throw new Problem("control", "there are no reference values", "control b, actY");
        }
        return Arrays.copyOf(values, filled);
    }
}
