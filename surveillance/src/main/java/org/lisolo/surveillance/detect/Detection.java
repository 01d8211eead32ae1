package org.lisolo.surveillance.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a detector says of a range of positions: the count expected, the bound a count must exceed,
 * whether there is an alarm, and the columns that are the method's own. {@code NaN} where there is
 * none. Immutable once handed out.
 */
public final class Detection {
    private final int from;
    private final double[] expected;
    private final double[] upperbound;
    private final Alarm[] alarm;
    private final List<Column> further = new ArrayList<>();

    Detection(int from, int to) {
        this.from = from;
        int n = to - from + 1;
        expected = new double[n];
        upperbound = new double[n];
        alarm = new Alarm[n];
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(upperbound, Double.NaN);
        Arrays.fill(alarm, Alarm.UNKNOWN);
    }

    Column column(String name) {
        double[] values = new double[expected.length];
        Arrays.fill(values, Double.NaN);
        Column column = new Column(name, from, values);
        further.add(column);
        return column;
    }

    void set(int position, double expectedCount, double bound, Alarm raised) {
        expected[position - from] = expectedCount;
        upperbound[position - from] = bound;
        alarm[position - from] = raised;
    }

    public int from() {
        return from;
    }

    public int to() {
        return from + expected.length - 1;
    }

    /** The count expected at a position, as the method has it. */
    public double expected(int position) {
        return expected[position - from];
    }

    /** The bound at a position: in cases, or of a statistic where the method's doc says so. */
    public double upperbound(int position) {
        return upperbound[position - from];
    }

    public Alarm alarm(int position) {
        return alarm[position - from];
    }

    /** The method's own columns, in the order they are written. */
    public List<Column> further() {
        return List.copyOf(further);
    }

    /** A column of the method's own. */
    public static final class Column {
        private final String name;
        private final int from;
        private final double[] values;

        private Column(String name, int from, double[] values) {
            this.name = name;
            this.from = from;
            this.values = values;
        }

        public String name() {
            return name;
        }

        public double at(int position) {
            return values[position - from];
        }

        void set(int position, double value) {
            values[position - from] = value;
        }
    }
}
