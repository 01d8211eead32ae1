package org.lisolo.surveillance.correlate;

import org.lisolo.surveillance.linear.LeastSquares;

import java.util.ArrayList;
import java.util.List;

/** How two series are looked at before they are compared. */
public enum SeriesForm {
    /** As they are. Two series with a winter each correlate whatever they are about. */
    LEVELS("levels"),
    /** The change from the week before. */
    CHANGES("changes"),
    /** What is left when two yearly waves are taken off. */
    SEASON_REMOVED("season_removed");

    private static final double YEAR = 52.18;
    private static final int PAIRS = 2;
    private static final int LEAST_WEEKS = 52;

    private final String word;

    SeriesForm(String word) {
        this.word = word;
    }

    /** What it is called in files. */
    public String word() {
        return word;
    }

    /**
     * The series in this form, as long as before; {@code NaN} where it cannot be told. Without a
     * year of figures no season can be taken off and all is {@code NaN}.
     */
    public double[] of(double[] series) {
        return switch (this) {
            case LEVELS -> series.clone();
            case CHANGES -> changes(series);
            case SEASON_REMOVED -> seasonRemoved(series);
        };
    }

    private static double[] changes(double[] series) {
        double[] changes = new double[series.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = i == 0 ? Double.NaN : series[i] - series[i - 1];
        }
        return changes;
    }

    private static double[] seasonRemoved(double[] series) {
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < series.length; i++) {
            if (!Double.isNaN(series[i])) {
                rows.add(waves(i));
                values.add(series[i]);
            }
        }
        double[] rest = new double[series.length];
        if (rows.size() < LEAST_WEEKS) {
            java.util.Arrays.fill(rest, Double.NaN);
            return rest;
        }
        double[] fitted =
                LeastSquares.fit(
                        rows.toArray(double[][]::new),
                        values.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < rest.length; i++) {
            rest[i] = series[i] - LeastSquares.dot(waves(i), fitted);
        }
        return rest;
    }

    private static double[] waves(int week) {
        double[] row = new double[1 + 2 * PAIRS];
        row[0] = 1;
        for (int k = 1; k <= PAIRS; k++) {
            row[2 * k - 1] = Math.sin(2 * Math.PI * k * week / YEAR);
            row[2 * k] = Math.cos(2 * Math.PI * k * week / YEAR);
        }
        return row;
    }
}
