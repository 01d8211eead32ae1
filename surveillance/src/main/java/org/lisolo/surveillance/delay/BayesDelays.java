package org.lisolo.surveillance.delay;

import org.apache.commons.numbers.gamma.LogGamma;
import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.chance.RDraws;

import java.util.ArrayList;
import java.util.List;

/**
 * Nowcasting with a generalised Dirichlet prior on the delays and a negative binomial prior on each
 * count (Höhle and an der Heiden 2014, Biometrics 70:993, sections 3.2 and 3.3, equations 6 to 10).
 * The delay distribution is drawn {@code samples} times from its posterior and each count's
 * posterior averaged over the draws; with R's seed the draws are R's.
 */
final class BayesDelays {
    private final ReportingTriangle triangle;
    private final DelayControl control;
    private final int longest;
    private final double[] alpha;
    private final double[] beta;

    BayesDelays(ReportingTriangle triangle, int window, DelayControl control, boolean truncated) {
        this.triangle = triangle;
        this.control = control;
        this.longest = triangle.longest();
        int from = window == 0 ? 0 : triangle.last() - window;
        ReportingTriangle.Sums sums = triangle.sums(from);
        alpha = new double[longest];
        beta = new double[longest];
        for (int d = 0; d < longest; d++) {
            int delay = longest - d;
            alpha[d] = control.kappa() + sums.just(delay);
            double shorter = 0;
            for (int x = 0; x < delay; x++) {
                shorter += sums.just(x);
            }
            double others = truncated ? sums.atMost(delay) - sums.just(delay) : shorter;
            beta[d] = control.kappa() * (longest - d) + others;
        }
    }

    List<DelayNowcast> nowcasts() {
        double[] prior = logPrior();
        double[][] arrived = arrivedShares();
        List<DelayNowcast> nowcasts = new ArrayList<>();
        for (int delay = longest; delay >= 0; delay--) {
            int period = triangle.last() - delay;
            int soFar = CountPosteriors.within(triangle, period, control);
            double[] base = thinned(prior, soFar);
            double[] mean = new double[prior.length];
            for (double[] shares : arrived) {
                add(mean, base, soFar, Math.min(1, shares[delay]));
            }
            nowcasts.add(CountPosteriors.summed(triangle, period, mean, control.alpha()));
        }
        return nowcasts;
    }

    /** For each draw the share of reports that has arrived after 0, 1, … periods. */
    private double[][] arrivedShares() {
        RDraws draws = new RDraws(control.seed());
        int samples = control.samples();
        double[][] byDelay = new double[samples][longest + 1];
        double[] given = new double[samples];
        for (int d = 0; d < longest; d++) {
            for (int s = 0; s < samples; s++) {
                double share = draws.beta(alpha[d], beta[d]) * (1 - given[s]);
                byDelay[s][longest - d] = share;
                given[s] += share;
            }
        }
        for (int s = 0; s < samples; s++) {
            byDelay[s][0] = 1 - given[s];
            for (int delay = 1; delay <= longest; delay++) {
                byDelay[s][delay] += byDelay[s][delay - 1];
            }
        }
        return byDelay;
    }

    /** Log of the negative binomial prior of 0, 1, 2 … */
    private double[] logPrior() {
        double mean = control.meanLambda();
        double size = priorSize(mean, control.varLambda());
        double[] log = new double[control.largest() + 1];
        for (int n = 0; n < log.length; n++) {
            log[n] =
                    LogGamma.value(n + size)
                            - LogGamma.value(size)
                            - LogGamma.value(n + 1.0)
                            + size * Math.log(size / (size + mean))
                            + n * Math.log(mean / (size + mean));
        }
        return log;
    }

    /** Prior times the ways in which {@code soFar} of n can have arrived, up to a factor. */
    private static double[] thinned(double[] logPrior, int soFar) {
        double[] log = new double[logPrior.length];
        double top = Double.NEGATIVE_INFINITY;
        for (int n = soFar; n < log.length; n++) {
            log[n] =
                    logPrior[n]
                            + LogGamma.value(n + 1.0)
                            - LogGamma.value(soFar + 1.0)
                            - LogGamma.value(n - soFar + 1.0);
            top = Math.max(top, log[n]);
        }
        double[] base = new double[log.length];
        for (int n = soFar; n < base.length; n++) {
            base[n] = Math.exp(log[n] - top);
        }
        return base;
    }

    /** Adds one draw's posterior, given the share of reports that has arrived. */
    private void add(double[] mean, double[] base, int soFar, double arrived) {
        double sum = 0;
        double missing = 1;
        for (int n = soFar; n < base.length; n++) {
            sum += base[n] * missing;
            missing *= 1 - arrived;
        }
        missing = 1;
        for (int n = soFar; n < base.length; n++) {
            mean[n] += base[n] * missing / sum / control.samples();
            missing *= 1 - arrived;
        }
    }

    /**
     * The size at which the prior has its variance, found as R finds it: by Brent's root search
     * (1973, chapter 4) between 1e-12 and 50, which stops within 6e-5 of the exact size.
     */
    static double priorSize(double mean, double variance) {
        double a = 1e-12;
        double b = 50;
        double fa = mean + mean * mean / a - variance;
        double fb = mean + mean * mean / b - variance;
        if (!(fa > 0) || !(fb < 0)) {
            throw new Problem(
                    "control",
                    "var.lambda must be above "
                            + (mean + mean * mean / 50)
                            + " for this mean.lambda",
                    "control");
        }
        double c = a;
        double fc = fa;
        double tolerance = Math.pow(Math.ulp(1.0), 0.25);
        for (int i = 0; i < 1000; i++) {
            double before = b - a;
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double near = 2 * Math.ulp(1.0) * Math.abs(b) + tolerance / 2;
            double step = (c - b) / 2;
            if (Math.abs(step) <= near || fb == 0) {
                return b;
            }
            if (Math.abs(before) >= near && Math.abs(fa) > Math.abs(fb)) {
                step = interpolated(a, b, c, fa, fb, fc, near, before, step);
            }
            if (Math.abs(step) < near) {
                step = step > 0 ? near : -near;
            }
            a = b;
            fa = fb;
            b += step;
            fb = mean + mean * mean / b - variance;
            if (fb > 0 == fc > 0) {
                c = a;
                fc = fa;
            }
        }
        return b;
    }

    /** The step by secant or inverse parabola where it is safe, else the halving step. */
    private static double interpolated(
            double a,
            double b,
            double c,
            double fa,
            double fb,
            double fc,
            double near,
            double before,
            double halving) {
        double width = c - b;
        double p;
        double q;
        if (a == c) {
            double ratio = fb / fa;
            p = width * ratio;
            q = 1 - ratio;
        } else {
            double r = fa / fc;
            double s = fb / fc;
            double t = fb / fa;
            p = t * (width * r * (r - s) - (b - a) * (s - 1));
            q = (r - 1) * (s - 1) * (t - 1);
        }
        if (p > 0) {
            q = -q;
        } else {
            p = -p;
        }
        boolean safe =
                p < 0.75 * width * q - Math.abs(near * q) / 2 && p < Math.abs(before * q / 2);
        return safe ? p / q : halving;
    }
}
