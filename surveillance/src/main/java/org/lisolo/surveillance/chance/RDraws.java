package org.lisolo.surveillance.chance;

/**
 * The stream of random numbers that R gives after {@code set.seed(seed)}: Mersenne Twister
 * (Matsumoto and Nishimura 1998, ACM TOMACS 8:3) seeded by R's linear congruence, beta variates by
 * Cheng's algorithms BB and BC (Cheng 1978, CACM 21:317), samples by rejection of bits (R 3.6 on).
 * For statistics only; never for secrets. Not safe for use by several threads.
 */
public final class RDraws {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;
    private static final double LEAST = 2.328306437080797e-10;
    private static final double SCALE = 2.3283064365386963e-10;
    private static final double LARGEST_EXPONENT = Double.MAX_EXPONENT * Math.log(2) + Math.log(2);

    private final int[] state = new int[SIZE];
    private int at = SIZE;

    public RDraws(int seed) {
        int word = seed;
        for (int i = 0; i < 50; i++) {
            word = 69069 * word + 1;
        }
        word = 69069 * word + 1;
        for (int i = 0; i < SIZE; i++) {
            word = 69069 * word + 1;
            state[i] = word;
        }
    }

    /** Uniform between 0 and 1, neither of them reached. */
    public double uniform() {
        if (at == SIZE) {
            refill();
        }
        int y = state[at++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        y ^= y >>> 18;
        double value = Integer.toUnsignedLong(y) * SCALE;
        return Math.min(Math.max(value, LEAST), 1 - LEAST);
    }

    private void refill() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            int twist = (y & 1) == 0 ? 0 : 0x9908b0df;
            state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ twist;
        }
        at = 0;
    }

    /** A whole number from 0 to {@code below} − 1. */
    public int index(int below) {
        if (below <= 1) {
            return 0;
        }
        int bits = 32 - Integer.numberOfLeadingZeros(below - 1);
        while (true) {
            long value = 0;
            for (int n = 0; n <= bits; n += 16) {
                value = 65536 * value + (long) Math.floor(uniform() * 65536);
            }
            value &= (1L << bits) - 1;
            if (value < below) {
                return (int) value;
            }
        }
    }

    /** The values in a random order, as R's {@code sample(values)}. */
    public int[] shuffled(int[] values) {
        int[] left = values.clone();
        int[] shuffled = new int[values.length];
        int n = values.length;
        for (int i = 0; i < values.length; i++) {
            int j = index(n);
            shuffled[i] = left[j];
            left[j] = left[--n];
        }
        return shuffled;
    }

    /**
     * A beta variate.
     *
     * @param first first shape, above 0
     * @param second second shape, above 0
     */
    public double beta(double first, double second) {
        double a = Math.min(first, second);
        double b = Math.max(first, second);
        return a <= 1 ? skewed(first, a, b) : humped(first, a, b);
    }

    /** Algorithm BC: one shape at most 1. */
    private double skewed(double first, double a, double b) {
        double alpha = a + b;
        double beta = 1 / a;
        double delta = 1 + b - a;
        double k1 = delta * (0.0138889 + 0.0416667 * a) / (b * beta - 0.777778);
        double k2 = 0.25 + (0.5 + 0.25 / delta) * a;
        while (true) {
            double u1 = uniform();
            double u2 = uniform();
            double y = u1 * u2;
            double z = u1 * y;
            double v = beta * Math.log(u1 / (1 - u1));
            double w = scaled(b, v);
            if (u1 < 0.5 && 0.25 * u2 + z - y >= k1) {
                continue;
            }
            if (u1 >= 0.5 && z <= 0.25) {
                return first == a ? a / (a + w) : w / (a + w);
            }
            if (u1 >= 0.5 && z >= k2) {
                continue;
            }
            if (alpha * (Math.log(alpha / (a + w)) + v) - 1.3862944 >= Math.log(z)) {
                return first == a ? a / (a + w) : w / (a + w);
            }
        }
    }

    /** Algorithm BB: both shapes above 1. */
    private double humped(double first, double a, double b) {
        double alpha = a + b;
        double beta = Math.sqrt((alpha - 2) / (2 * a * b - alpha));
        double gamma = a + 1 / beta;
        while (true) {
            double u1 = uniform();
            double u2 = uniform();
            double v = beta * Math.log(u1 / (1 - u1));
            double w = scaled(a, v);
            double z = u1 * u1 * u2;
            double r = gamma * v - 1.3862944;
            double s = a + r - w;
            double t = Math.log(z);
            if (s + 2.609438 >= 5 * z || s > t || r + alpha * Math.log(alpha / (b + w)) >= t) {
                return first == a ? w / (b + w) : b / (b + w);
            }
        }
    }

    private static double scaled(double shape, double v) {
        double w = v <= LARGEST_EXPONENT ? shape * Math.exp(v) : Double.MAX_VALUE;
        return Double.isInfinite(w) ? Double.MAX_VALUE : w;
    }
}
