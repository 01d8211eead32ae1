package org.lisolo.surveillance.nowcast;

import org.lisolo.surveillance.linear.Ridge;

import java.util.ArrayList;
import java.util.List;

/**
 * Three lags, a yearly wave and the habit of the calendar week, not shrunk; and of every signal its
 * level, its change in a week and in two, shrunk together by a ridge penalty. Signals are read as
 * the log of their share of the largest value so far, plus a tenth, which quiets the noise near 0.
 * Weeks count by their level ({@link Expert#weight}).
 *
 * @param window weeks to learn from
 * @param pairs sine and cosine pairs
 * @param penalty the ridge penalty
 */
record SignalRidge(int window, int pairs, double penalty) implements Expert {
    private static final int LAGS = 3;
    private static final int LEAST_ROWS = 52;
    private static final double QUIET = 0.1;

    @Override
    public double predict(AsOf known, int ahead) {
        int now = known.now();
        int oldest = Math.max(LAGS, now - window);
        if (now - oldest < LEAST_ROWS) {
            return Double.NaN;
        }
        double[][] levels = levels(known, oldest - 2);
        double[] newest = free(known, now, ahead);
        double[] newestSignals = signals(levels, now - oldest + 2);
        if (newestSignals.length == 0
                || !Expert.complete(newest)
                || !Expert.complete(newestSignals)) {
            return Double.NaN;
        }
        List<double[]> free = new ArrayList<>();
        List<double[]> shrunk = new ArrayList<>();
        List<Double> changes = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = oldest; i <= now - ahead; i++) {
            double change = Expert.change(known, i, ahead);
            double[] row = free(known, i, ahead);
            double[] signals = signals(levels, i - oldest + 2);
            if (!Double.isNaN(change) && Expert.complete(row) && Expert.complete(signals)) {
                free.add(row);
                shrunk.add(signals);
                changes.add(change);
                weights.add(Expert.weight(known, i));
            }
        }
        if (free.size() < LEAST_ROWS) {
            return Double.NaN;
        }
        Ridge ridge =
                Ridge.fit(
                        free.toArray(double[][]::new),
                        shrunk.toArray(double[][]::new),
                        Expert.array(changes),
                        Expert.array(weights),
                        penalty);
        return known.log(now - 1) + ridge.predict(newest, newestSignals);
    }

    /** Each usable signal's level by week from {@code first} to now. */
    private static double[][] levels(AsOf known, int first) {
        List<double[]> levels = new ArrayList<>();
        for (int k = 0; k < known.signals(); k++) {
            double least = 0;
            double most = 0;
            for (int i = 0; i <= known.now(); i++) {
                double figure = known.signal(k, i);
                least = figure < least ? figure : least;
                most = figure > most ? figure : most;
            }
            if (most > least && !Double.isNaN(known.signal(k, known.now()))) {
                double[] level = new double[known.now() - first + 1];
                for (int i = 0; i < level.length; i++) {
                    double share = (known.signal(k, first + i) - least) / (most - least);
                    level[i] = Math.log(share + QUIET);
                }
                levels.add(level);
            }
        }
        return levels.toArray(double[][]::new);
    }

    private static double[] signals(double[][] levels, int at) {
        double[] row = new double[3 * levels.length];
        for (int k = 0; k < levels.length; k++) {
            row[3 * k] = levels[k][at];
            row[3 * k + 1] = levels[k][at] - levels[k][at - 1];
            row[3 * k + 2] = levels[k][at] - levels[k][at - 2];
        }
        return row;
    }

    private double[] free(AsOf known, int week, int ahead) {
        double[] row = new double[2 + LAGS + 2 * pairs];
        row[0] = 1;
        for (int lag = 1; lag <= LAGS; lag++) {
            row[lag] = known.log(week - lag);
        }
        int at = Expert.seasons(row, 1 + LAGS, week + ahead - 1, pairs);
        row[at] = known.calendar(week, ahead);
        return row;
    }
}
