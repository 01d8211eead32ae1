package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.fit.TrendSeries;

import java.util.function.IntToDoubleFunction;

/**
 * No alarm with fewer than {@code cases} in the last {@code periods} periods, the current one
 * included; 5 in 4 unless said otherwise (Farrington and others 1996, section 3.7).
 */
public record Limit54(double cases, int periods) {
    public Limit54 {
        Checks.atLeast("limit54", cases, 0);
        Checks.atLeast("limit54", periods, 1);
    }

    /** Whether there are enough cases up to a position from 1; not where a report is missing. */
    boolean enough(TrendSeries counts, int position) {
        return sum(counts::observed, position) >= cases;
    }

    boolean enough(double[] observed, int position) {
        return sum(i -> observed[i], position) >= cases;
    }

    private double sum(IntToDoubleFunction counts, int position) {
        double sum = 0;
        for (int i = Math.max(0, position - periods); i < position; i++) {
            sum += counts.applyAsDouble(i);
        }
        return sum;
    }
}
