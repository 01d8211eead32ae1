package org.lisolo.surveillance.delay;

import org.lisolo.surveillance.Problem;

/**
 * Settings of the delay methods, with R's meanings and defaults.
 *
 * @param alpha 1 less the size of the interval: 0.05 for 95 %
 * @param largest the largest count that is thought possible (R: {@code N.tInf.max})
 * @param kappa weight of the prior on the delays (R: {@code gd.prior.kappa})
 * @param meanLambda mean of the prior on a period's count (R: {@code mean.lambda})
 * @param varLambda its variance (R: {@code var.lambda}), above the mean
 * @param samples draws of the delay distribution, nSamples in R
 * @param seed where the draws start, as R's {@code set.seed}
 */
public record DelayControl(
        double alpha,
        int largest,
        double kappa,
        double meanLambda,
        double varLambda,
        int samples,
        int seed) {
    /** R's defaults, with the prior that its authors use for HUS (mean 50, variance 3000). */
    public static final DelayControl DEFAULT =
            new DelayControl(0.05, 300, 0.1, 50, 3000, 1000, 123);

    /** Steps for each period; keeps an answer within a minute. */
    private static final long LARGEST_WORK = 100_000_000;

    /** Refuses what cannot be drawn from, or would take hours. */
    public DelayControl {
        check(alpha > 0 && alpha < 1, "alpha must lie between 0 and 1");
        check(largest >= 1 && largest <= 1_000_000, "N.tInf.max must lie between 1 and 1000000");
        check(kappa >= 1e-4 && kappa <= 1e4, "gd.prior.kappa must lie between 0.0001 and 10000");
        check(
                meanLambda >= 1e-3 && meanLambda <= 1e6,
                "mean.lambda must lie between 0.001 and 1000000");
        check(varLambda <= 1e12, "var.lambda must be at most 1e12");
        check(samples >= 1 && samples <= 1_000_000, "nSamples must lie between 1 and 1000000");
        check(
                (long) largest * samples <= LARGEST_WORK,
                "N.tInf.max times nSamples must be at most " + LARGEST_WORK);
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new Problem("control", sentence, "control");
        }
    }
}
