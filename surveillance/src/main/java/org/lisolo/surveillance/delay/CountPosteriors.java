package org.lisolo.surveillance.delay;

import org.lisolo.surveillance.Problem;

import java.util.ArrayList;
import java.util.List;

/** Medians and limits of what is believed of a period's final count. */
final class CountPosteriors {
    private CountPosteriors() {}

    /**
     * Nothing but what is there and the largest thinkable count (Höhle and an der Heiden 2014,
     * Biometrics 70:993, section 4.1).
     */
    static List<DelayNowcast> uniform(ReportingTriangle triangle, DelayControl control) {
        List<DelayNowcast> nowcasts = new ArrayList<>();
        for (int t = triangle.last() - triangle.longest(); t <= triangle.last(); t++) {
            int soFar = within(triangle, t, control);
            double[] probabilities = new double[control.largest() + 1];
            for (int count = soFar; count < probabilities.length; count++) {
                probabilities[count] = 1.0 / (control.largest() - soFar + 1);
            }
            nowcasts.add(summed(triangle, t, probabilities, control.alpha()));
        }
        return nowcasts;
    }

    /** The reports of a period so far, which may not exceed the largest thinkable count. */
    static int within(ReportingTriangle triangle, int period, DelayControl control) {
        int soFar = triangle.soFar(period);
        if (soFar > control.largest()) {
            throw new Problem(
                    "control",
                    "N.tInf.max is "
                            + control.largest()
                            + ", and "
                            + soFar
                            + " reports of "
                            + triangle.onset(period)
                            + " are there already",
                    "control");
        }
        return soFar;
    }

    /**
     * The period's nowcast from the probabilities of 0, 1, 2 …, summed without loss (Knuth 1969,
     * volume 2, section 4.2.2) and then rounded, as R's longer numbers do: equal probabilities
     * reach one half exactly.
     */
    static DelayNowcast summed(
            ReportingTriangle triangle, int period, double[] probabilities, double alpha) {
        double[] below = new double[probabilities.length];
        double sum = 0;
        double lost = 0;
        for (int count = 0; count < below.length; count++) {
            double next = sum + probabilities[count];
            double part = next - sum;
            lost += (sum - (next - part)) + (probabilities[count] - part);
            sum = next;
            below[count] = sum + lost;
        }
        return read(triangle, period, below, alpha);
    }

    /** The same from the distribution function; where no count passes a level, 0, as in R. */
    static DelayNowcast read(ReportingTriangle triangle, int period, double[] below, double alpha) {
        return new DelayNowcast(
                triangle.onset(period),
                triangle.soFar(period),
                firstAbove(below, 0.5),
                firstAbove(below, alpha / 2),
                firstAbove(below, 1 - alpha / 2));
    }

    private static int firstAbove(double[] below, double level) {
        for (int count = 0; count < below.length; count++) {
            if (below[count] > level) {
                return count;
            }
        }
        return 0;
    }
}
