package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.fit.CountDistributions;

/**
 * Where the bound of a Farrington detector lies and how the count stands to it.
 *
 * @param upper the bound, NaN where there is none
 * @param probability of a count as high as observed or higher
 * @param score (y − expected) / (bound − expected)
 */
record Threshold(double upper, double probability, double score) {
    /** Normal on a transformed scale, one-sided. */
    static Threshold delta(
            double mean,
            double error,
            double phi,
            PowerTransform transform,
            double alpha,
            double observed) {
        double tau = phi + error * error / mean;
        double deviation = transform.deviation(mean, tau);
        double centre = transform.apply(mean);
        double upper =
                transform.invert(
                        centre + CountDistributions.normalUpperQuantile(alpha) * deviation);
        double probability =
                CountDistributions.normalUpper(transform.apply(observed), centre, deviation);
        return new Threshold(upper, probability, (observed - mean) / (upper - mean));
    }

    /**
     * Negative binomial, or Poisson where φ is 1.
     *
     * @param predictor what stands for the expected count in the score, as R has it
     * @param mean of the negative binomial, whose variance is φ times as much
     */
    static Threshold negativeBinomial(
            double predictor, double mean, double phi, double alpha, double observed) {
        if (!Double.isFinite(mean)) {
            return new Threshold(Double.NaN, Double.NaN, Double.NaN);
        }
        double upper;
        double probability;
        if (phi > 1) {
            upper =
                    CountDistributions.negativeBinomialQuantile(
                            1 - alpha, mean / (phi - 1), 1 / phi);
            probability =
                    CountDistributions.negativeBinomialUpper(observed, mean / (phi - 1), 1 / phi);
        } else {
            upper = CountDistributions.poissonQuantile(1 - alpha, mean);
            probability = CountDistributions.poissonUpper(observed, mean);
        }
        return new Threshold(upper, probability, (observed - predictor) / (upper - predictor));
    }
}
