package org.lisolo.surveillance.fit;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tails and quantiles of the distributions that bounds of counts come from.
 *
 * <p>Small means are summed term by term, which is exact to rounding and several times faster than
 * the incomplete beta and gamma functions that take over for large ones; above a mean of 1e12,
 * which no series of counts has but a model may foretell, the normal stands in. A quantile is the
 * least count whose distribution function reaches the probability, up to 8 units in the last place,
 * as R has it since 4.2.
 */
public final class CountDistributions {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double SUMMED_MEAN = 400;

    /** A t of rounding error: that of a slope which is 0 by symmetry. */
    private static final double NO_DIFFERENCE = 1e-15;

    private static final double NORMAL_MEAN = 1e12;
    private static final double LEAST_START = 1e-290;
    private static final double ROUNDING = 8 * Math.ulp(1.0);

    private CountDistributions() {}

    /** The standard normal quantile of 1 − {@code alpha}. */
    public static double normalUpperQuantile(double alpha) {
        return NORMAL.inverseSurvivalProbability(alpha);
    }

    /** The probability that a normal variable is at most {@code x}. */
    public static double normalLower(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return Double.isNaN(z) ? Double.NaN : NORMAL.cumulativeProbability(z);
    }

    /** The probability that a normal variable is above {@code x}. */
    public static double normalUpper(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return Double.isNaN(z) ? Double.NaN : NORMAL.survivalProbability(z);
    }

    /** The probability that Student's t with these degrees of freedom lies further out than ±t. */
    public static double studentTwoSided(double t, double degrees) {
        if (Double.isNaN(t) || !(degrees > 0)) {
            return Double.NaN;
        }
        if (Math.abs(t) < NO_DIFFERENCE) {
            return 1;
        }
        return Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t)));
    }

    /** Student's t quantile of 1 − {@code alpha}. */
    public static double studentUpperQuantile(double alpha, double degrees) {
        return TDistribution.of(degrees).inverseSurvivalProbability(alpha);
    }

    /**
     * The least count that a negative binomial variable does not exceed with this probability.
     *
     * @param probability above 0, below 1
     * @param size shape, not negative
     * @param success probability of success, in (0, 1]; the mean is size (1 − success) / success
     */
    public static double negativeBinomialQuantile(double probability, double size, double success) {
        double failure = 1 - success;
        double mean = size * failure / success;
        double reach = probability * (1 - ROUNDING);
        double none = Math.exp(size * Math.log(success));
        if (mean <= SUMMED_MEAN && none > LEAST_START) {
            double count = summedQuantile(reach, none, size, failure);
            if (count >= 0) {
                return count;
            }
        }
        double deviation = Math.sqrt(mean / success);
        double skew = (2 - success) / Math.sqrt(size * failure);
        return searched(
                reach,
                mean,
                deviation,
                skew,
                count -> RegularizedBeta.value(success, size, count + 1));
    }

    /** The probability that a negative binomial variable is at least {@code count}. */
    public static double negativeBinomialUpper(double count, double size, double success) {
        if (!(count > 0)) {
            return Double.isNaN(count) ? Double.NaN : 1;
        }
        double failure = 1 - success;
        double none = Math.exp(size * Math.log(success));
        double mean = size * failure / success;
        if (mean > NORMAL_MEAN) {
            return normalUpper(count - 0.5, mean, Math.sqrt(mean / success));
        }
        if (mean <= SUMMED_MEAN && count <= 4 * SUMMED_MEAN && none > LEAST_START) {
            return summedUpper(count, none, size, failure);
        }
        return RegularizedBeta.complement(success, size, count);
    }

    /** The least count that a Poisson variable does not exceed with this probability. */
    public static double poissonQuantile(double probability, double mean) {
        if (mean == 0) {
            return 0;
        }
        double reach = probability * (1 - ROUNDING);
        double none = Math.exp(-mean);
        if (mean <= SUMMED_MEAN) {
            double count = summedQuantile(reach, none, Double.POSITIVE_INFINITY, mean);
            if (count >= 0) {
                return count;
            }
        }
        double deviation = Math.sqrt(mean);
        return searched(
                reach,
                mean,
                deviation,
                1 / deviation,
                count -> RegularizedGamma.Q.value(count + 1, mean));
    }

    /** The probability that a Poisson variable is at least {@code count}. */
    public static double poissonUpper(double count, double mean) {
        if (!(count > 0)) {
            return Double.isNaN(count) ? Double.NaN : 1;
        }
        if (mean > NORMAL_MEAN) {
            return normalUpper(count - 0.5, mean, Math.sqrt(mean));
        }
        if (mean <= SUMMED_MEAN && count <= 4 * SUMMED_MEAN) {
            return summedUpper(count, Math.exp(-mean), Double.POSITIVE_INFINITY, mean);
        }
        return RegularizedGamma.P.value(count, mean);
    }

    /** What a term is multiplied by to get the next: Poisson where the size is infinite. */
    private static double ratio(double count, double size, double failure) {
        return size == Double.POSITIVE_INFINITY
                ? failure / (count + 1)
                : failure * (size + count) / (count + 1);
    }

    private static double summedQuantile(double reach, double none, double size, double failure) {
        double term = none;
        double below = term;
        for (int count = 0; count < 100 * SUMMED_MEAN; count++) {
            if (below >= reach) {
                return count;
            }
            term *= ratio(count, size, failure);
            below += term;
        }
        return -1;
    }

    private static double summedUpper(double count, double none, double size, double failure) {
        double term = none;
        double below = 0;
        for (int i = 0; i < count; i++) {
            below += term;
            term *= ratio(i, size, failure);
        }
        if (below < 0.5) {
            return 1 - below;
        }
        double upper = 0;
        for (double i = count; term > upper * 1e-17 && i < count + 100 * SUMMED_MEAN; i++) {
            upper += term;
            term *= ratio(i, size, failure);
        }
        return upper;
    }

    private interface Lower {
        double at(double count);
    }

    /** Starts from the Cornish–Fisher approximation and closes in on the least count. */
    private static double searched(
            double reach, double mean, double deviation, double skew, Lower lower) {
        double z = NORMAL.inverseCumulativeProbability(reach);
        double guess = mean + deviation * (z + skew * (z * z - 1) / 6);
        double high = Math.max(0, Math.rint(guess));
        if (mean > NORMAL_MEAN) {
            return high;
        }
        double step = Math.max(1, Math.rint(deviation / 100));
        double low = -1;
        if (lower.at(high) >= reach) {
            low = high - step;
            while (low >= 0 && lower.at(low) >= reach) {
                high = low;
                step *= 2;
                low -= step;
            }
            low = Math.max(low, -1);
        } else {
            while (lower.at(high) < reach) {
                low = high;
                step *= 2;
                high += step;
            }
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (lower.at(middle) >= reach) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
