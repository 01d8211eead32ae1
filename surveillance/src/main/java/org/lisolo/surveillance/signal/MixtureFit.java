package org.lisolo.surveillance.signal;

import org.apache.commons.numbers.gamma.Digamma;
import org.lisolo.surveillance.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the gamma mixture by maximum likelihood over the pairs that were reported (DuMouchel and
 * Pregibon 2001, KDD 67, section 2: given at least one report), after squashing the many pairs with
 * one or two reports into bins of alike expectation (section 3.2), with the bin sizes that R's
 * openEBGM takes by default. Minimised by BFGS (Nocedal and Wright 2006, algorithm 6.1) on
 * logarithms, from several starts. Stateless.
 */
public final class MixtureFit {
    private static final double[][] STARTS = {
        {0.2, 0.1, 2, 4, 1 / 3.0},
        {0.1, 0.1, 10, 10, 0.2},
        {2, 0.5, 2, 2, 0.1},
        {0.5, 0.2, 1, 1, 0.5},
    };
    private static final int LEAST_POINTS = 500;

    /** As many pairs as there are numbers to find. */
    public static final int LEAST_PAIRS = 5;

    private MixtureFit() {}

    /** Pairs that stand for {@code weight} pairs alike. */
    private record Point(int count, double expected, double weight) {}

    /**
     * The most likely mixture.
     *
     * @throws Problem if there are fewer than five pairs: five numbers cannot be found from them
     */
    public static GammaMixture of(List<PairCounts> pairs) {
        if (pairs.size() < LEAST_PAIRS) {
            throw new Problem(
                    "too-few",
                    "EBGM needs at least 5 different pairs of drug and event, not " + pairs.size(),
                    "");
        }
        List<Point> points = squashed(squashed(points(pairs), 1, 50, 100), 2, 10, 50);
        double best = Double.POSITIVE_INFINITY;
        double[] found = STARTS[0];
        for (double[] start : STARTS) {
            Minimum minimum = new Minimum(theta -> loss(points, theta), inward(start));
            if (minimum.value() < best) {
                best = minimum.value();
                found = minimum.at();
            }
        }
        return outward(found);
    }

    private static List<Point> points(List<PairCounts> pairs) {
        return pairs.stream().map(p -> new Point(p.both(), p.expected(), 1)).toList();
    }

    /** Bins the points of one count by expectation, the largest expectations apart. */
    private static List<Point> squashed(List<Point> points, int count, int bin, int keep) {
        List<Point> alike =
                points.stream()
                        .filter(p -> p.count() == count)
                        .sorted(Comparator.comparingDouble(Point::expected))
                        .toList();
        int end = alike.size() - keep;
        if (alike.size() < LEAST_POINTS || end < bin) {
            return points;
        }
        List<Point> result = new ArrayList<>(points);
        result.removeIf(p -> p.count() == count);
        for (int from = 0; from < end; from += bin) {
            List<Point> one = alike.subList(from, Math.min(end, from + bin));
            double mean = one.stream().mapToDouble(Point::expected).sum() / one.size();
            result.add(new Point(count, mean, one.size()));
        }
        result.addAll(alike.subList(end, alike.size()));
        return result;
    }

    private static double[] inward(double[] start) {
        return new double[] {
            Math.log(start[0]),
            Math.log(start[1]),
            Math.log(start[2]),
            Math.log(start[3]),
            Math.log(start[4] / (1 - start[4]))
        };
    }

    private static GammaMixture outward(double[] theta) {
        return new GammaMixture(
                Math.exp(theta[0]),
                Math.exp(theta[1]),
                Math.exp(theta[2]),
                Math.exp(theta[3]),
                1 / (1 + Math.exp(-theta[4])));
    }

    /** Minus the log likelihood, then its slopes along the five logarithms. */
    private static double[] loss(List<Point> points, double[] theta) {
        GammaMixture m = outward(theta);
        double[] sum = new double[6];
        for (Point p : points) {
            double[] one = component(p, m.shape1(), m.rate1());
            double[] two = component(p, m.shape2(), m.rate2());
            double first = Math.log(m.share()) + one[0];
            double second = Math.log1p(-m.share()) + two[0];
            double top = Math.max(first, second);
            double log = top + Math.log(Math.exp(first - top) + Math.exp(second - top));
            double of1 = Math.exp(first - log);
            double of2 = Math.exp(second - log);
            sum[0] -= p.weight() * log;
            sum[1] -= p.weight() * of1 * one[1] * m.shape1();
            sum[2] -= p.weight() * of1 * one[2] * m.rate1();
            sum[3] -= p.weight() * of2 * two[1] * m.shape2();
            sum[4] -= p.weight() * of2 * two[2] * m.rate2();
            sum[5] -= p.weight() * (of1 - m.share());
        }
        return sum;
    }

    /** Log probability of the count given that it is not 0, and its slopes by shape and rate. */
    private static double[] component(Point p, double shape, double rate) {
        double logNone = shape * Math.log(rate / (rate + p.expected()));
        double none = Math.exp(logNone);
        double some = -Math.expm1(logNone);
        double byShape = Math.log(rate / (rate + p.expected()));
        double byRate = shape * (1 / rate - 1 / (rate + p.expected()));
        return new double[] {
            GammaMixture.logCount(p.count(), p.expected(), shape, rate) - Math.log(some),
            Digamma.value(shape + p.count())
                    - Digamma.value(shape)
                    + byShape
                    + none / some * byShape,
            shape / rate - (shape + p.count()) / (rate + p.expected()) + none / some * byRate
        };
    }
}
