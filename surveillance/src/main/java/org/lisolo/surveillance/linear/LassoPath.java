package org.lisolo.surveillance.linear;

import java.util.Arrays;

/**
 * The lasso (Tibshirani 1996, JRSS B 58:267) along a falling row of penalties, by coordinate
 * descent with warm starts (Friedman, Hastie and Tibshirani 2010, J. Stat. Software 33(1), sections
 * 2.1 to 2.5), with the conventions of the R package glmnet: columns and response are brought to a
 * deviation of 1 (divisor n), 100 penalties fall from the least that empties the model to 0.01 of
 * it (0.0001 with more observations than columns), and a sweep ends when no coefficient moves the
 * fit by more than 1e-7 of the variance.
 *
 * <p>Immutable; the arrays handed out are copies.
 */
public final class LassoPath {
    private static final int PENALTIES = 100;
    private static final double THRESHOLD = 1e-7;
    private static final double LEAST_GAIN = 1e-5;
    private static final double EXPLAINED = 0.999;
    private static final int SWEEPS = 100_000;

    private final double[] penalties;
    private final double[][] coefficients;
    private final double[] intercepts;

    private LassoPath(double[] penalties, double[][] coefficients, double[] intercepts) {
        this.penalties = penalties;
        this.coefficients = coefficients;
        this.intercepts = intercepts;
    }

    /** Fits along penalties of its own choosing. */
    public static LassoPath fit(double[][] rows, double[] response) {
        Descent descent = new Descent(rows, response);
        double ratio = rows.length < rows[0].length ? 0.01 : 1e-4;
        double[] penalties = new double[PENALTIES];
        for (int k = 0; k < PENALTIES; k++) {
            penalties[k] = descent.largestPenalty() * Math.pow(ratio, (double) k / (PENALTIES - 1));
        }
        return descent.path(penalties, true);
    }

    /** Fits along given penalties, in the units of the response, falling. */
    public static LassoPath fit(double[][] rows, double[] response, double[] penalties) {
        return new Descent(rows, response).path(penalties, false);
    }

    /** The penalties, falling, in the units of the response. */
    public double[] penalties() {
        return penalties.clone();
    }

    /** What the model at the k-th penalty expects of a row. */
    public double predict(int k, double[] row) {
        return intercepts[k] + LeastSquares.dot(row, coefficients[k]);
    }

    /** The coefficients at the k-th penalty, one a column. */
    public double[] coefficients(int k) {
        return coefficients[k].clone();
    }

    /**
     * One descent over standardised columns. The products of all columns are taken once, so that a
     * step costs one pass over the columns and not over the observations.
     */
    private static final class Descent {
        private final int width;
        private final double[][] products;
        private final double[] pulls;
        private final double[] means;
        private final double[] deviations;
        private final double[] beta;
        private final double mean;
        private final double deviation;

        Descent(double[][] rows, double[] response) {
            int n = rows.length;
            width = rows[0].length;
            means = new double[width];
            deviations = new double[width];
            beta = new double[width];
            double[][] x = new double[width][n];
            for (int j = 0; j < width; j++) {
                for (int i = 0; i < n; i++) {
                    x[j][i] = rows[i][j];
                }
                means[j] = mean(x[j]);
                deviations[j] = centre(x[j], means[j]);
            }
            double[] y = response.clone();
            mean = mean(y);
            deviation = centre(y, mean);
            pulls = new double[width];
            products = new double[width][width];
            for (int j = 0; j < width; j++) {
                pulls[j] = LeastSquares.dot(x[j], y) / n;
                for (int k = 0; k <= j; k++) {
                    products[j][k] = LeastSquares.dot(x[j], x[k]) / n;
                    products[k][j] = products[j][k];
                }
            }
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).sum() / values.length;
        }

        /** Takes the mean off and divides by the deviation, which it returns. */
        private static double centre(double[] values, double mean) {
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                values[i] -= mean;
                squares += values[i] * values[i];
            }
            double deviation = Math.sqrt(squares / values.length);
            for (int i = 0; i < values.length && deviation > 0; i++) {
                values[i] /= deviation;
            }
            return deviation;
        }

        double largestPenalty() {
            double largest = 0;
            for (double pull : pulls) {
                largest = Math.max(largest, Math.abs(pull));
            }
            return largest * deviation;
        }

        LassoPath path(double[] penalties, boolean mayStop) {
            double[][] coefficients = new double[penalties.length][];
            double[] intercepts = new double[penalties.length];
            double[] atFirst = pulls.clone();
            double before = 0;
            for (int k = 0; k < penalties.length; k++) {
                descend(deviation == 0 ? 0 : penalties[k] / deviation);
                coefficients[k] = new double[width];
                intercepts[k] = mean;
                double explained = 0;
                for (int j = 0; j < width; j++) {
                    if (beta[j] != 0) {
                        coefficients[k][j] = beta[j] * deviation / deviations[j];
                        intercepts[k] -= coefficients[k][j] * means[j];
                        explained += beta[j] * (atFirst[j] + pulls[j]);
                    }
                }
                boolean enough =
                        explained - before < LEAST_GAIN * explained || explained > EXPLAINED;
                if (mayStop && k >= 4 && enough) {
                    return new LassoPath(
                            Arrays.copyOf(penalties, k + 1),
                            Arrays.copyOf(coefficients, k + 1),
                            Arrays.copyOf(intercepts, k + 1));
                }
                before = explained;
            }
            return new LassoPath(penalties.clone(), coefficients, intercepts);
        }

        /** Sweeps all columns, then those in the model until they rest, until all rest. */
        private void descend(double penalty) {
            for (int sweeps = 0; sweeps < SWEEPS; sweeps++) {
                if (sweep(penalty, false) < THRESHOLD) {
                    return;
                }
                while (sweeps < SWEEPS && sweep(penalty, true) >= THRESHOLD) {
                    sweeps++;
                }
            }
        }

        private double sweep(double penalty, boolean onlyInModel) {
            double largest = 0;
            for (int j = 0; j < width; j++) {
                if (deviations[j] == 0 || (onlyInModel && beta[j] == 0)) {
                    continue;
                }
                double pull = pulls[j] + beta[j];
                double moved = Math.signum(pull) * Math.max(0, Math.abs(pull) - penalty) - beta[j];
                if (moved != 0) {
                    beta[j] += moved;
                    double[] product = products[j];
                    for (int k = 0; k < width; k++) {
                        pulls[k] -= moved * product[k];
                    }
                    largest = Math.max(largest, moved * moved);
                }
            }
            return largest;
        }
    }
}
