package org.lisolo.surveillance.score;

import org.lisolo.surveillance.Problem;

import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A forecast as quantiles: a value for each probability level. The levels are symmetric about a
 * median, which is there, and a higher level has no lower value; a set that lacks one side of an
 * interval is refused, for its score would not compare with others. Immutable.
 */
public final class QuantileForecast {
    /** The 23 levels of the hubverse: 0.01, 0.025, then 0.05 to 0.95, 0.975, 0.99. */
    public static final List<Double> HUB_LEVELS =
            Stream.of(
                            DoubleStream.of(0.01, 0.025),
                            DoubleStream.iterate(5, p -> p <= 95, p -> p + 5).map(p -> p / 100),
                            DoubleStream.of(0.975, 0.99))
                    .flatMap(DoubleStream::boxed)
                    .toList();

    /** Levels are told apart at this precision, as files write them with rounding. */
    private static final double PRECISION = 1e-6;

    private final SortedMap<Long, Double> values;

    private QuantileForecast(SortedMap<Long, Double> values) {
        this.values = values;
    }

    /**
     * Takes a forecast as it was read.
     *
     * @param quantiles value by level, levels above 0 and below 1
     * @param place where they were read, for problems
     * @throws Problem if the set is not symmetric, has no median, or falls
     */
    public static QuantileForecast of(NavigableMap<Double, Double> quantiles, String place) {
        TreeMap<Long, Double> values = new TreeMap<>();
        quantiles.forEach((level, value) -> values.put(key(level), value));
        if (!values.containsKey(key(0.5))) {
            throw new Problem("quantiles", "there is no median (level 0.5)", place);
        }
        double last = Double.NEGATIVE_INFINITY;
        for (var entry : values.entrySet()) {
            double level = entry.getKey() * PRECISION;
            if (!values.containsKey(key(1 - level))) {
                throw new Problem(
                        "quantiles", "level " + shown(level) + " has no counterpart", place);
            }
            if (entry.getValue() < last) {
                throw new Problem("quantiles", "the value falls at level " + shown(level), place);
            }
            last = entry.getValue();
        }
        return new QuantileForecast(values);
    }

    private static long key(double level) {
        return Math.round(level / PRECISION);
    }

    private static String shown(double level) {
        return Double.toString(Math.round(level * 1e6) / 1e6);
    }

    /** How many levels there are. */
    public int size() {
        return values.size();
    }

    /** The value at a level that is in the set. */
    public double at(double level) {
        Double value = values.get(key(level));
        if (value == null) {
            throw new IllegalArgumentException("no level " + level);
        }
        return value;
    }

    public double median() {
        return at(0.5);
    }

    /**
     * The weighted interval score (Bracher, Ray, Gneiting and Reich 2021, PLoS Comput. Biol.
     * 17:e1008618, equation 3 and its supplement): twice the mean over the levels of the pinball
     * loss. In the units of the forecast; 0 is perfect, less is better.
     */
    public double weightedIntervalScore(double observed) {
        double sum = 0;
        for (var entry : values.entrySet()) {
            double level = entry.getKey() * PRECISION;
            double off = observed - entry.getValue();
            sum += off >= 0 ? level * off : (level - 1) * off;
        }
        return 2 * sum / values.size();
    }

    /** Whether the central interval of this size, for example 0.95, is in the set. */
    public boolean hasInterval(double size) {
        return values.containsKey(key((1 - size) / 2));
    }

    /** Whether the central interval holds the value, its ends included. */
    public boolean holds(double size, double observed) {
        return at((1 - size) / 2) <= observed && observed <= at((1 + size) / 2);
    }
}
