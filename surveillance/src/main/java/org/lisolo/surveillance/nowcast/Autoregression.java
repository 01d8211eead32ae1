package org.lisolo.surveillance.nowcast;

import org.lisolo.surveillance.linear.LeastSquares;

import java.util.ArrayList;
import java.util.List;

/**
 * Three lags and a yearly wave by least squares.
 *
 * @param pairs sine and cosine pairs, 0 for none
 * @param window weeks to learn from; 0 for all weeks whose whole year before is known
 * @param calendar whether the habit of the calendar week ({@link CausalLogs#calendar}) is a term
 * @param byLevel whether weeks count by their level ({@link Expert#weight}), and not all alike
 */
record Autoregression(int pairs, int window, boolean calendar, boolean byLevel) implements Expert {
    private static final int LAGS = 3;
    private static final int LEAST_A_TERM = 4;

    /** Weeks before a week that must all be known in the growing window. */
    private static final int UNBROKEN = 52;

    @Override
    public double predict(AsOf known, int ahead) {
        int now = known.now();
        double[] newest = row(known, now, ahead);
        if (!Expert.complete(newest)) {
            return Double.NaN;
        }
        List<double[]> rows = new ArrayList<>();
        List<Double> changes = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = now - ahead; i >= Math.max(LAGS, window == 0 ? 0 : now - window); i--) {
            double change = Expert.change(known, i, ahead);
            double[] row = row(known, i, ahead);
            if (window == 0 && !unbroken(known, i)) {
                break;
            }
            if (!Double.isNaN(change) && Expert.complete(row)) {
                rows.add(row);
                changes.add(change);
                weights.add(byLevel ? Expert.weight(known, i) : 1);
            }
        }
        if (rows.size() < LEAST_A_TERM * newest.length) {
            return Double.NaN;
        }
        double[] coefficients =
                LeastSquares.fit(
                        rows.toArray(double[][]::new),
                        Expert.array(changes),
                        Expert.array(weights));
        return known.log(now - 1) + LeastSquares.dot(newest, coefficients);
    }

    private static boolean unbroken(AsOf known, int week) {
        for (int back = 1; back <= UNBROKEN; back++) {
            if (Double.isNaN(known.log(week - back))) {
                return false;
            }
        }
        return true;
    }

    private double[] row(AsOf known, int week, int ahead) {
        double[] row = new double[1 + LAGS + 2 * pairs + (calendar ? 1 : 0)];
        row[0] = 1;
        for (int lag = 1; lag <= LAGS; lag++) {
            row[lag] = known.log(week - lag);
        }
        int at = Expert.seasons(row, 1 + LAGS, week + ahead - 1, pairs);
        if (calendar) {
            row[at] = known.calendar(week, ahead);
        }
        return row;
    }
}
