package org.lisolo.surveillance.delay;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.ArrayList;
import java.util.List;

/**
 * Nowcasting by reverse-time hazards (Lawless 1994, Canad. J. Stat. 22:15, equations 2.6 to 2.13)
 * as R's surveillance 1.20 computes it, to the digit: its variance keeps only the second of the two
 * terms, and its normal distribution is cut at the reports so far without being moved, so that
 * where it does not reach a level the count is 0. For decisions take another method; this one is
 * here so that results can be compared.
 */
final class LawlessDelays {
    private LawlessDelays() {}

    static List<DelayNowcast> nowcasts(
            ReportingTriangle triangle, int window, DelayControl control) {
        int longest = triangle.longest();
        ReportingTriangle.Sums sums = triangle.sums(window == 0 ? 0 : triangle.last() - window);
        double[] hazard = new double[longest + 1];
        hazard[0] = 1;
        for (int x = 1; x <= longest; x++) {
            double share = sums.just(x) / sums.atMost(x);
            hazard[x] = Double.isNaN(share) ? 0 : share;
        }
        List<DelayNowcast> nowcasts = new ArrayList<>();
        for (int delay = longest; delay >= 0; delay--) {
            int period = triangle.last() - delay;
            double arrived = 1;
            for (int x = delay + 1; x <= longest; x++) {
                arrived *= 1 - hazard[x];
            }
            int soFar = CountPosteriors.within(triangle, period, control);
            nowcasts.add(nowcast(triangle, period, soFar, arrived, control));
        }
        return nowcasts;
    }

    private static DelayNowcast nowcast(
            ReportingTriangle triangle,
            int period,
            int soFar,
            double arrived,
            DelayControl control) {
        double mean = soFar / arrived;
        double variance = soFar * (1 - arrived) / (arrived * arrived);
        if (Double.isNaN(variance)) {
            return new DelayNowcast(
                    triangle.onset(period), soFar, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] below = new double[control.largest() + 1];
        if (variance > 0) {
            NormalDistribution normal = NormalDistribution.of(mean, Math.sqrt(variance));
            double above = 1 - normal.cumulativeProbability(soFar);
            for (int count = soFar; count < below.length; count++) {
                below[count] = normal.cumulativeProbability(count) / above;
            }
        } else {
            for (int count = 0; count < below.length; count++) {
                below[count] = count >= mean ? 1 : 0;
            }
        }
        return CountPosteriors.read(triangle, period, below, control.alpha());
    }
}
