package org.lisolo.surveillance.correlate;

import org.lisolo.surveillance.linear.LeastSquares;
import org.lisolo.surveillance.score.DieboldMariano;
import org.lisolo.surveillance.score.PointScores;

import java.util.ArrayList;
import java.util.List;

/**
 * What a signal adds to the official figures alone, on weeks that the models had not seen: a
 * regression on the last two figures, with and without the signal, refitted every week on the weeks
 * before.
 *
 * @param without errors of the official figures alone
 * @param with errors with the signal
 * @param comparison of the squared errors week by week; above 0 where the signal helps
 */
public record Gain(PointScores without, PointScores with, DieboldMariano comparison) {
    private static final int LEAST_WEEKS = 20;

    /** Whether the signal helps by more than chance (5 %, two-sided). */
    public boolean shown() {
        return comparison.statistic() > 0 && comparison.pValue() < 0.05;
    }

    /** The part of the error of the official figures alone that the signal takes away. */
    public double skill() {
        return PointScores.skill(with.rmse(), without.rmse());
    }

    /**
     * Compares the models on all weeks after the first third.
     *
     * @param signal as long as {@code target}, {@code NaN} where there is no figure
     * @param lead weeks by which the signal used comes before the week predicted, 0 or more
     */
    public static Gain of(double[] signal, double[] target, int lead) {
        List<Integer> usable = new ArrayList<>();
        for (int i = Math.max(2, lead); i < target.length; i++) {
            double sum = target[i] + target[i - 1] + target[i - 2] + signal[i - lead];
            if (!Double.isNaN(sum)) {
                usable.add(i);
            }
        }
        int first = Math.max(LEAST_WEEKS, usable.size() / 3);
        int n = Math.max(0, usable.size() - first);
        double[] came = new double[n];
        double[][] said = new double[2][n];
        for (int k = 0; k < n; k++) {
            int week = usable.get(first + k);
            came[k] = target[week];
            for (int model = 0; model < 2; model++) {
                said[model][k] =
                        predict(signal, target, lead, usable.subList(0, first + k), week, model);
            }
        }
        return new Gain(
                PointScores.of(came, said[0]),
                PointScores.of(came, said[1]),
                DieboldMariano.compare(squares(came, said[0]), squares(came, said[1]), 4));
    }

    private static double predict(
            double[] signal, double[] target, int lead, List<Integer> past, int week, int model) {
        double[][] rows = new double[past.size()][];
        double[] values = new double[past.size()];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = row(signal, target, lead, past.get(k), model);
            values[k] = target[past.get(k)];
        }
        return LeastSquares.dot(
                row(signal, target, lead, week, model), LeastSquares.fit(rows, values));
    }

    private static double[] row(double[] signal, double[] target, int lead, int week, int model) {
        return model == 0
                ? new double[] {1, target[week - 1], target[week - 2]}
                : new double[] {1, target[week - 1], target[week - 2], signal[week - lead]};
    }

    private static double[] squares(double[] came, double[] said) {
        double[] squares = new double[came.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (came[i] - said[i]) * (came[i] - said[i]);
        }
        return squares;
    }
}
