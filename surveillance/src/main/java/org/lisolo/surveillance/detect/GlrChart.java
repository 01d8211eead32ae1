package org.lisolo.surveillance.detect;

import java.util.Arrays;

/** One run of a likelihood ratio chart: from its start to its first alarm or the end. */
final class GlrChart {
    private final Glr.Control control;
    private final double alpha;
    private final double[] counts;
    private final double[] means;
    private final double[] before;

    /**
     * A chart over counts.
     *
     * @param means in-control means, as long as the counts
     * @param previous the count before the first
     */
    GlrChart(Glr.Control control, double alpha, double[] counts, double[] means, double previous) {
        this.control = control;
        this.alpha = alpha;
        this.counts = counts.clone();
        this.means = means;
        this.before = new double[counts.length];
        before[0] = previous;
        System.arraycopy(counts, 0, before, 1, counts.length - 1);
    }

    /** What came of a run. */
    static final class Run {
        private final int alarmAt;
        private final double[] bounds;

        Run(int alarmAt, double[] bounds) {
            this.alarmAt = alarmAt;
            this.bounds = bounds;
        }

        /** Where the alarm is, from 0; the number of counts if there is none. */
        int alarmAt() {
            return alarmAt;
        }

        double bound(int at) {
            return bounds[at];
        }
    }

    Run run() {
        if (control.change() == Glr.Change.INTERCEPT && control.theta().isPresent()) {
            return knownShift(control.theta().get());
        }
        Run run = unknownShift(control.change() == Glr.Change.EPI && alpha == 0);
        return control.cases() && alpha != 0 ? withCases(run) : run;
    }

    /** The CUSUM of log likelihood ratios for a known κ. */
    private Run knownShift(double kappa) {
        double[] bounds = new double[counts.length];
        double statistic = 0;
        for (int n = 0; n < counts.length; n++) {
            double mu = means[n];
            double room = control.threshold() - statistic;
            double term;
            double cases;
            if (alpha == 0) {
                term = kappa * counts[n] + (1 - Math.exp(kappa)) * mu;
                cases = (room + mu * (Math.exp(kappa) - 1)) / kappa;
            } else {
                double ratio = Math.log((1 + alpha * mu) / (1 + alpha * mu * Math.exp(kappa)));
                term = kappa * counts[n] + (counts[n] + 1 / alpha) * ratio;
                cases = -(ratio - room * alpha) / alpha / (kappa + ratio);
            }
            statistic = RMath.largest(0, statistic + term);
            bounds[n] = control.cases() ? cases : statistic;
            if (statistic > control.threshold()) {
                return new Run(n, bounds);
            }
        }
        return new Run(counts.length, bounds);
    }

    /**
     * The generalised likelihood ratio.
     *
     * @param strict whether the statistic must exceed the threshold instead of reaching it
     */
    private Run unknownShift(boolean strict) {
        double[] bounds = new double[counts.length];
        boolean windowed =
                alpha == 0 && control.m() > 0 && control.change() == Glr.Change.INTERCEPT;
        int first = windowed ? control.mtilde() : control.mtilde() - 1;
        for (int n = first; n < counts.length; n++) {
            double statistic = statistic(n);
            bounds[n] = control.cases() && alpha == 0 ? casesAt(n) : statistic;
            if (strict ? statistic > control.threshold() : statistic >= control.threshold()) {
                return new Run(n, bounds);
            }
        }
        return new Run(counts.length, bounds);
    }

    private double statistic(int n) {
        if (control.change() == Glr.Change.EPI) {
            return alpha == 0 ? epidemicPoisson(n) : epidemicNegativeBinomial(n);
        }
        return alpha == 0 ? interceptPoisson(n) : interceptNegativeBinomial(n);
    }

    /** κ̂ = log(Σy / Σμ₀) in closed form for each time of change. */
    private double interceptPoisson(int n) {
        int direction = control.upward() ? 1 : -1;
        boolean windowed = control.m() > 0;
        int last = windowed ? n - control.mtilde() : n;
        int low = windowed ? Math.max(0, n - control.m()) : 0;
        double sum = 0;
        double meanSum = 0;
        for (int k = last + 1; k <= n; k++) {
            sum += counts[k];
            meanSum += means[k];
        }
        double largest = -1e99;
        for (int k = last; k >= low; k--) {
            sum += counts[k];
            meanSum += means[k];
            double kappa = direction * RMath.largest(0, direction * Math.log(sum / meanSum));
            double ratio = kappa * sum + (1 - Math.exp(kappa)) * meanSum;
            largest = ratio > largest ? ratio : largest;
        }
        return largest;
    }

    /** The least count at a period that makes the statistic reach the threshold. */
    private double casesAt(int n) {
        int direction = control.upward() ? 1 : -1;
        double kept = counts[n];
        double tried = -1;
        double statistic = control.threshold() - direction;
        while (direction * statistic < control.threshold() * direction && tried < control.xMax()) {
            tried++;
            counts[n] = tried;
            statistic = interceptPoisson(n);
        }
        counts[n] = kept;
        return tried;
    }

    private int low(int n) {
        return control.m() == -1 ? 0 : Math.max(0, n - control.m());
    }

    private int high(int n) {
        return n - (control.mtilde() - 1);
    }

    private double interceptNegativeBinomial(int n) {
        double kappa = 0.5;
        double largest = -1e99;
        for (int k = low(n); k <= high(n); k++) {
            kappa = shift(kappa, k, n);
            kappa = control.upward() ? RMath.largest(0, kappa) : -RMath.largest(0, -kappa);
            double ratio = 0;
            double rise = Math.exp(kappa);
            for (int i = k; i <= n; i++) {
                double mu = means[i];
                ratio +=
                        kappa * counts[i]
                                + (counts[i] + 1 / alpha)
                                        * Math.log((1 + alpha * mu) / (1 + alpha * mu * rise));
            }
            largest = ratio > largest ? ratio : largest;
        }
        return largest;
    }

    /** Newton steps to the most likely κ for a change at k, from the last one's. */
    private double shift(double start, int k, int n) {
        double old = 0.4;
        double kappa = start;
        for (int step = 0; kappa > -18 && Math.abs(kappa - old) > 1e-6 && step < 1000; step++) {
            old = kappa;
            double rise = Math.exp(old);
            double score = 0;
            double information = 0;
            for (int i = k; i <= n; i++) {
                double spread = 1 + alpha * rise * means[i];
                score += (counts[i] - rise * means[i]) / spread;
                information += means[i] * (alpha * counts[i] + 1) / (spread * spread);
            }
            kappa = old + score / (rise * information);
        }
        return kappa;
    }

    private double epidemicNegativeBinomial(int n) {
        double theta = 0.5;
        double largest = -1e99;
        for (int k = low(n); k <= high(n); k++) {
            theta = shift(theta, k, n);
            double ratio = 0;
            for (int i = k; i <= n; i++) {
                double mu = means[i];
                double risen = mu + Math.exp(theta) * before[i];
                double spread = Math.log(1 + alpha * mu) - Math.log(1 + alpha * risen);
                ratio += counts[i] * (Math.log(risen) - Math.log(mu) + spread) + 1 / alpha * spread;
            }
            largest = ratio > largest ? ratio : largest;
        }
        return largest;
    }

    private double epidemicPoisson(int n) {
        double lambda = 0.5;
        double largest = -1e99;
        for (int k = low(n); k <= high(n); k++) {
            lambda = infection(lambda, k, n);
            double ratio = 0;
            for (int i = k; i <= n; i++) {
                ratio +=
                        counts[i] * Math.log(lambda * before[i] / means[i] + 1)
                                - lambda * before[i];
            }
            largest = ratio > largest ? ratio : largest;
        }
        return largest;
    }

    /** Newton steps to the most likely λ, on its logarithm. */
    private double infection(double start, int k, int n) {
        double old = 2;
        double phi = Math.log(start);
        for (int step = 0;
                phi > -18 && Math.abs(Math.exp(phi) - Math.exp(old)) > 1e-6 && step < 1000;
                step++) {
            old = phi;
            double lambda = Math.exp(old);
            double score = 0;
            double squares = 0;
            for (int i = k; i <= n; i++) {
                double mean = lambda * before[i] + means[i];
                score += counts[i] * before[i] / mean - before[i];
                squares += counts[i] * before[i] * before[i] / (mean * mean);
            }
            score *= lambda;
            phi = old + score / (lambda * lambda * squares - score);
        }
        return Math.exp(phi);
    }

    /**
     * Counts in place of statistics: the least that raises an alarm at or before a period, found by
     * trying, one by one, as R does.
     */
    private Run withCases(Run run) {
        double[] cases = new double[counts.length];
        for (int at = 0; at < Math.min(counts.length, run.alarmAt() + 1); at++) {
            boolean alarmed = run.alarmAt() <= at;
            double[] tried = counts.clone();
            double found = alarmed ? Double.NaN : 1e99;
            while (tried[at] <= control.xMax() && tried[at] >= 1) {
                tried[at] += alarmed ? -1 : 1;
                boolean alarms = alarmBy(tried, at);
                if (alarms != alarmed) {
                    found = tried[at] + (alarmed ? 1 : 0);
                    break;
                }
            }
            cases[at] = found;
        }
        return new Run(run.alarmAt(), cases);
    }

    private boolean alarmBy(double[] tried, int at) {
        double[] until = Arrays.copyOf(tried, at + 1);
        GlrChart chart = new GlrChart(control, alpha, until, means, before[0]);
        return chart.unknownShift(false).alarmAt() <= at;
    }
}
