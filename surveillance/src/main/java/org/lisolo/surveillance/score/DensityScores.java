package org.lisolo.surveillance.score;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.Arrays;

/**
 * Scores of whole predictive distributions; less is better in all of them. Proper: an honest
 * forecaster cannot gain by saying something else. Stateless.
 */
public final class DensityScores {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private DensityScores() {}

    /**
     * The continuous ranked probability score of a normal forecast (Gneiting and Raftery 2007, JASA
     * 102:359, equation 21), in the units of the observation.
     *
     * @param deviation above 0
     */
    public static double crpsNormal(double mean, double deviation, double observed) {
        double z = (observed - mean) / deviation;
        return deviation
                * (z * (2 * STANDARD.cumulativeProbability(z) - 1)
                        + 2 * STANDARD.density(z)
                        - 1 / Math.sqrt(Math.PI));
    }

    /**
     * The continuous ranked probability score of a sample (the same, equation 20, the sample taken
     * as the distribution), in the units of the observation.
     *
     * @param draws at least one
     */
    public static double crpsSample(double[] draws, double observed) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double off = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            off += Math.abs(sorted[i] - observed) / n;
            spread += sorted[i] * (2.0 * (i + 1) - n - 1) / ((double) n * n);
        }
        return off - spread;
    }

    /** The logarithmic score of a normal forecast: minus the log density of what came. */
    public static double logNormal(double mean, double deviation, double observed) {
        double z = (observed - mean) / deviation;
        return Math.log(deviation) + 0.5 * Math.log(2 * Math.PI) + z * z / 2;
    }

    /** The logarithmic score of a probability: minus its log. */
    public static double logProbability(double probability) {
        return -Math.log(probability);
    }

    /**
     * The ranked probability score of a forecast of counts: the squared distance of the
     * distribution functions, summed (Epstein 1969; Czado, Gneiting and Held 2009, Biometrics
     * 65:1254, section 3).
     *
     * @param probabilities of 0, 1, 2 …, summing to 1
     */
    public static double rankedProbability(double[] probabilities, int observed) {
        double below = 0;
        double sum = 0;
        for (int count = 0; count < probabilities.length; count++) {
            below += probabilities[count];
            double off = below - (count >= observed ? 1 : 0);
            sum += off * off;
        }
        return sum + Math.max(0, observed - probabilities.length);
    }

    /** The Dawid–Sebastiani score (1999, Ann. Statist. 27:65): needs only mean and deviation. */
    public static double dawidSebastiani(double mean, double deviation, double observed) {
        double z = (observed - mean) / deviation;
        return z * z + 2 * Math.log(deviation);
    }
}
