package org.lisolo.bench.surveillance;

import org.lisolo.surveillance.series.Calendar;
import org.lisolo.surveillance.series.CountSeries;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * Weekly series as Noufaily and others (2013, section 4) simulate them: log mean = θ + β t + a
 * yearly wave, negative binomial with dispersion φ, the parameters drawn anew for each series.
 * Series are made one at a time, the n-th always the same.
 */
final class SimulatedSeries implements Iterator<CountSeries> {
    private static final long SEED = 20260101;

    private final int weeks;
    private final int last;
    private int next;

    SimulatedSeries(int first, int last, int weeks) {
        this.next = first;
        this.last = last;
        this.weeks = weeks;
    }

    @Override
    public boolean hasNext() {
        return next <= last;
    }

    @Override
    public CountSeries next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int number = next++;
        SplittableRandom random = new SplittableRandom(SEED + number);
        double level = -0.5 + 4.5 * random.nextDouble();
        double trend = random.nextInt(2) * 0.0015;
        double wave = random.nextInt(3) * 0.4;
        double phi = 1.1 + 2.9 * random.nextDouble();
        double[] counts = new double[weeks];
        for (int t = 0; t < weeks; t++) {
            double mean = Math.exp(level + trend * t + wave * Math.cos(2 * Math.PI * t / 52));
            counts[t] = count(random, mean, phi);
        }
        return CountSeries.of("s" + number, Calendar.weekly(2005), counts);
    }

    /** A negative binomial count with variance φ · mean: Poisson with a gamma mean. */
    private static double count(SplittableRandom random, double mean, double phi) {
        return poisson(random, gamma(random, mean / (phi - 1)) * (phi - 1));
    }

    /** Marsaglia and Tsang (2000). */
    private static double gamma(SplittableRandom random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + x / Math.sqrt(9 * d);
            double v = root * root * root;
            if (v > 0
                    && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private static double poisson(SplittableRandom random, double mean) {
        if (mean > 500) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
