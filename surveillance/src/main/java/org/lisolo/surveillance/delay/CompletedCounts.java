package org.lisolo.surveillance.delay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The chain ladder, and its blend with the periods before.
 *
 * <p>Chain ladder (Mack 1993, ASTIN Bulletin 23:213, section 2): of the reports that came within x
 * periods, g(x) came in the x-th; the share in after d periods is the product of 1 − g(x) over x >
 * d, and the estimate is what is there over that share.
 *
 * <p>The blend: a period's count is thought negative binomial about a mean that the four periods
 * before give (0.4, 0.3, 0.2, 0.1; nowcasts where they are not complete themselves), and each case
 * has arrived with the chain ladder's share. The expectation after the reports so far is then in
 * closed form: n + (n + k) µ (1 − p) / (µ p + k). The size k is that of the completed periods of
 * the window about such means, twice over, because the share p is itself uncertain. Weights and
 * factor were chosen on Puerto Rico's dengue of 1992 to 1999.
 *
 * <p>Both take their interval from their own past: what they would have said at each period of the
 * window for this delay against what came, on the log scale.
 */
final class CompletedCounts {
    private static final double[] WEIGHTS = {0.4, 0.3, 0.2, 0.1};
    private static final double LARGEST_SIZE = 100;
    private static final double TRUST = 2;
    private static final int LEAST_ERRORS = 8;

    private final ReportingTriangle triangle;
    private final int window;
    private final double alpha;
    private final boolean blended;

    CompletedCounts(ReportingTriangle triangle, int window, double alpha, boolean blended) {
        this.triangle = triangle;
        this.window = window == 0 ? triangle.last() + 1 : window;
        this.alpha = alpha;
        this.blended = blended;
    }

    List<DelayNowcast> nowcasts() {
        int longest = triangle.longest();
        double[] now = estimates(triangle);
        double[][] errors = pastErrors();
        List<DelayNowcast> nowcasts = new ArrayList<>();
        for (int delay = longest; delay >= 0; delay--) {
            int period = triangle.last() - delay;
            double[] off = errors[delay];
            boolean judged = off.length >= LEAST_ERRORS;
            double low = judged ? quantile(off, alpha / 2) : Double.NaN;
            double high = judged ? quantile(off, 1 - alpha / 2) : Double.NaN;
            int soFar = triangle.soFar(period);
            nowcasts.add(
                    new DelayNowcast(
                            triangle.onset(period),
                            soFar,
                            now[delay],
                            Math.max(soFar, (now[delay] + 1) * Math.exp(low) - 1),
                            Math.max(soFar, (now[delay] + 1) * Math.exp(high) - 1)));
        }
        return nowcasts;
    }

    /** The estimate for each delay, 0 first. */
    private double[] estimates(ReportingTriangle known) {
        int longest = known.longest();
        double[] arrived = arrivedShares(known);
        double[] estimates = new double[longest + 1];
        if (!blended || known.last() < longest + WEIGHTS.length + 1) {
            for (int delay = 0; delay <= longest; delay++) {
                estimates[delay] = known.soFar(known.last() - delay) / arrived[delay];
            }
            return estimates;
        }
        double size = size(known);
        double[] recent = new double[longest + 1 + WEIGHTS.length];
        for (int i = longest; i < recent.length; i++) {
            recent[i] = known.soFar(known.last() - i);
        }
        for (int delay = longest - 1; delay >= 0; delay--) {
            double mean = Math.max(1, weighted(i -> recent[i], delay, 1));
            double p = arrived[delay];
            int n = known.soFar(known.last() - delay);
            recent[delay] = n + (n + size) * mean * (1 - p) / (mean * p + size);
        }
        return Arrays.copyOf(recent, longest + 1);
    }

    private static double weighted(
            java.util.function.IntToDoubleFunction count, int at, int towardsThePast) {
        double mean = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            mean += WEIGHTS[i] * count.applyAsDouble(at + towardsThePast * (i + 1));
        }
        return mean;
    }

    private double[] arrivedShares(ReportingTriangle known) {
        int longest = known.longest();
        ReportingTriangle.Sums sums = known.sums(known.last() - window + 1);
        double[] arrived = new double[longest + 1];
        double share = 1;
        for (int delay = longest; delay >= 0; delay--) {
            arrived[delay] = share;
            double hazard = sums.just(delay) / sums.atMost(delay);
            share *= 1 - (Double.isNaN(hazard) ? 0 : hazard);
        }
        return arrived;
    }

    /** The negative binomial size of completed periods about the mean that the ones before give. */
    private double size(ReportingTriangle known) {
        int end = known.last() - known.longest();
        double excess = 0;
        double squares = 0;
        for (int t = Math.max(WEIGHTS.length, end - window + 1); t <= end; t++) {
            double mean = Math.max(1, weighted(known::soFar, t, -1));
            double off = known.soFar(t) - mean;
            excess += off * off - mean;
            squares += mean * mean;
        }
        double size = excess > 0 ? TRUST * squares / excess : LARGEST_SIZE;
        return Math.clamp(size, 1, LARGEST_SIZE);
    }

    /** For each delay the log ratios of what came to what would have been said, sorted. */
    private double[][] pastErrors() {
        int longest = triangle.longest();
        int latest = triangle.last() - longest;
        int earliest = Math.max(2 * longest + WEIGHTS.length, latest - window + 1);
        double[][] errors = new double[longest + 1][Math.max(0, latest - earliest + 1)];
        for (int past = earliest; past <= latest; past++) {
            double[] said = estimates(triangle.asOf(past));
            for (int delay = 0; delay <= longest; delay++) {
                double came = triangle.soFar(past - delay);
                errors[delay][past - earliest] = Math.log((came + 1) / (said[delay] + 1));
            }
        }
        for (double[] sorted : errors) {
            Arrays.sort(sorted);
        }
        return errors;
    }

    /** The quantile of n sorted errors that a further one stays below with this probability. */
    private static double quantile(double[] sorted, double probability) {
        double at = probability * (sorted.length + 1) - 1;
        int below = (int) Math.floor(Math.clamp(at, 0, sorted.length - 1));
        int above = Math.min(below + 1, sorted.length - 1);
        double part = Math.clamp(at - below, 0, 1);
        return sorted[below] + part * (sorted[above] - sorted[below]);
    }
}
