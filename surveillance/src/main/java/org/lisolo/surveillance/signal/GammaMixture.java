package org.lisolo.surveillance.signal;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * The prior of the multi-item gamma Poisson shrinker: the true ratio of observed to expected is
 * drawn from one of two gamma distributions (DuMouchel 1999, Am. Stat. 53:177, equations 4 to 11).
 *
 * @param shape1 α₁, above 0
 * @param rate1 β₁, above 0
 * @param shape2 α₂, above 0
 * @param rate2 β₂, above 0
 * @param share P, of the first distribution, between 0 and 1
 */
public record GammaMixture(double shape1, double rate1, double shape2, double rate2, double share) {
    private static final double WIDEST = 1e9;

    /** What is believed of one pair's ratio after its count is known. */
    public final class Posterior {
        private final double count;
        private final double expected;
        private final double first;

        private Posterior(double count, double expected) {
            this.count = count;
            this.expected = expected;
            double one = Math.log(share) + logCount(count, expected, shape1, rate1);
            double two = Math.log1p(-share) + logCount(count, expected, shape2, rate2);
            this.first = 1 / (1 + Math.exp(two - one));
        }

        /** EBGM: the geometric mean of the ratio. */
        public double geometricMean() {
            double one = Digamma.value(shape1 + count) - Math.log(rate1 + expected);
            double two = Digamma.value(shape2 + count) - Math.log(rate2 + expected);
            return Math.exp(first * one + (1 - first) * two);
        }

        /** The ratio that is not exceeded with this probability; EB05 at 0.05, EB95 at 0.95. */
        public double quantile(double probability) {
            double low = 0;
            double high = 1;
            while (lower(high) < probability && high < WIDEST) {
                low = high;
                high *= 2;
            }
            while (high - low > 1e-9 * Math.max(1, high)) {
                double middle = (low + high) / 2;
                if (lower(middle) < probability) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return (low + high) / 2;
        }

        private double lower(double ratio) {
            return first * RegularizedGamma.P.value(shape1 + count, (rate1 + expected) * ratio)
                    + (1 - first)
                            * RegularizedGamma.P.value(shape2 + count, (rate2 + expected) * ratio);
        }
    }

    /** What is believed after a count, given how many were expected (above 0). */
    public Posterior posterior(int count, double expected) {
        return new Posterior(count, expected);
    }

    /** Log of the negative binomial probability of a count. */
    static double logCount(double count, double expected, double shape, double rate) {
        return LogGamma.value(shape + count)
                - LogGamma.value(shape)
                - LogGamma.value(count + 1)
                + shape * Math.log(rate / (rate + expected))
                + count * Math.log(expected / (rate + expected));
    }
}
