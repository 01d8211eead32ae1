package org.lisolo.surveillance.nowcast;

import org.lisolo.surveillance.chance.RDraws;
import org.lisolo.surveillance.linear.LassoPath;

import java.util.ArrayList;
import java.util.List;

/**
 * ARGO (Yang, Santillana and Kou 2015, PNAS 112:14473, "Formulation of the ARGO model"): a lasso on
 * 52 lags and the signals of the week, refitted each week on the window before, the penalty by
 * ten-fold cross-validation, the largest within one standard error of the best. Folds are drawn
 * anew from the same seed each week, as R would after {@code set.seed(1)}. Without signals it is a
 * lasso on the lags.
 *
 * @param window weeks to learn from, 104 in the paper
 */
record Argo(int window) implements Expert {
    private static final int LAGS = 52;
    private static final int FOLDS = 10;
    private static final int LEAST_ROWS = 52;
    private static final double QUIET = 0.005;

    @Override
    public double predict(AsOf known, int ahead) {
        int now = known.now();
        List<Integer> usable = new ArrayList<>();
        List<Double> largest = new ArrayList<>();
        for (int k = 0; k < known.signals(); k++) {
            double most = 0;
            for (int i = 0; i <= now; i++) {
                double figure = known.signal(k, i);
                most = figure > most ? figure : most;
            }
            if (!Double.isNaN(known.signal(k, now))) {
                usable.add(k);
                largest.add(most);
            }
        }
        double[] newest = row(known, now, usable, largest);
        List<double[]> rows = new ArrayList<>();
        List<Double> logs = new ArrayList<>();
        for (int i = Math.max(0, now - window); i <= now - ahead; i++) {
            double[] row = row(known, i, usable, largest);
            double log = known.log(i + ahead - 1);
            if (!Double.isNaN(log) && Expert.complete(row)) {
                rows.add(row);
                logs.add(log);
            }
        }
        if (rows.size() < LEAST_ROWS || !Expert.complete(newest)) {
            return Double.NaN;
        }
        return predict(
                rows.toArray(double[][]::new),
                logs.stream().mapToDouble(Double::doubleValue).toArray(),
                newest);
    }

    private static double[] row(AsOf known, int week, List<Integer> usable, List<Double> largest) {
        double[] row = new double[LAGS + usable.size()];
        for (int lag = 1; lag <= LAGS; lag++) {
            row[lag - 1] = known.log(week - lag);
        }
        for (int k = 0; k < usable.size(); k++) {
            double share = known.signal(usable.get(k), week) / Math.max(largest.get(k), 1e-300);
            row[LAGS + k] = Math.log(Math.max(0, share) + QUIET);
            row[LAGS + k] = Double.isNaN(share) ? Double.NaN : row[LAGS + k];
        }
        return row;
    }

    private static double predict(double[][] rows, double[] response, double[] newest) {
        LassoPath path = LassoPath.fit(rows, response);
        double[] penalties = path.penalties();
        int[] fold = new int[rows.length];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = i % FOLDS;
        }
        fold = new RDraws(1).shuffled(fold);
        double[][] errors = new double[FOLDS][];
        int[] sizes = new int[FOLDS];
        for (int f = 0; f < FOLDS; f++) {
            errors[f] = heldOut(rows, response, penalties, fold, f);
            for (int of : fold) {
                sizes[f] += of == f ? 1 : 0;
            }
        }
        return path.predict(chosen(errors, sizes, rows.length), newest);
    }

    /** Mean squared error by penalty on one fold of a model that did not see it. */
    private static double[] heldOut(
            double[][] rows, double[] response, double[] penalties, int[] fold, int out) {
        List<double[]> kept = new ArrayList<>();
        List<Double> keptResponse = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < rows.length; i++) {
            if (fold[i] == out) {
                size++;
            } else {
                kept.add(rows[i]);
                keptResponse.add(response[i]);
            }
        }
        LassoPath path =
                LassoPath.fit(
                        kept.toArray(double[][]::new),
                        keptResponse.stream().mapToDouble(Double::doubleValue).toArray(),
                        penalties);
        double[] errors = new double[penalties.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; fold[i] == out && k < errors.length; k++) {
                double off = response[i] - path.predict(k, rows[i]);
                errors[k] += off * off / size;
            }
        }
        return errors;
    }

    /** The place of the largest penalty whose error is within one standard error of the least. */
    private static int chosen(double[][] errors, int[] sizes, int n) {
        int penalties = errors[0].length;
        double[] means = new double[penalties];
        double[] deviations = new double[penalties];
        int best = 0;
        for (int k = 0; k < penalties; k++) {
            for (int f = 0; f < FOLDS; f++) {
                means[k] += sizes[f] * errors[f][k] / n;
            }
            double variance = 0;
            for (int f = 0; f < FOLDS; f++) {
                double off = errors[f][k] - means[k];
                variance += sizes[f] * off * off / n;
            }
            deviations[k] = Math.sqrt(variance / (FOLDS - 1));
            best = means[k] < means[best] ? k : best;
        }
        for (int k = 0; k < best; k++) {
            if (means[k] <= means[best] + deviations[best]) {
                return k;
            }
        }
        return best;
    }
}
