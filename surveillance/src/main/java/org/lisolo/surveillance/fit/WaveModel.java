package org.lisolo.surveillance.fit;

import java.util.Arrays;

/**
 * Quasi-Poisson regression with log link on a handful of columns, with weights: the smooth seasonal
 * model of the recommended detector. Iteratively reweighted least squares on the normal equations,
 * solved by Cholesky; a column that adds nothing has coefficient 0. One thread at a time.
 */
public final class WaveModel {
    private static final int STEPS = 25;
    private static final double TOLERANCE = 1e-8;
    private static final double FARTHEST = 30;

    private final double[][] rows;
    private final double[] observed;
    private final double[] logObserved;
    private final double[] weights;
    private final double[] eta;
    private final double[] mean;
    private final int size;
    private double[] coefficients;
    private double[][] factor;
    private double dispersion = 1;

    /**
     * A model of counts.
     *
     * @param rows one row a period, all of the same length
     * @param observed the counts
     */
    public WaveModel(double[][] rows, double[] observed) {
        this.rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        this.observed = observed.clone();
        this.logObserved = new double[observed.length];
        Arrays.setAll(logObserved, i -> observed[i] > 0 ? Math.log(observed[i]) : 0);
        this.size = rows[0].length;
        this.weights = new double[observed.length];
        this.eta = new double[observed.length];
        this.mean = new double[observed.length];
        this.coefficients = new double[size];
        this.factor = new double[size][size];
        Arrays.fill(weights, 1);
        iterate();
    }

    /**
     * Fits again with past outbreaks weighted down: standardised Anscombe residuals above the
     * threshold weigh by their inverse square (Farrington and others 1996, section 3.3).
     */
    public void reweight(double threshold) {
        double total = 0;
        for (int i = 0; i < observed.length; i++) {
            double sixth = Math.exp(eta[i] / 6);
            double root = Math.cbrt(observed[i]);
            double raw = 1.5 * (root * root / sixth - sixth * sixth * sixth);
            double hat = Math.min(0.99, weights[i] * mean[i] * leverage(rows[i]));
            double residual = raw / Math.sqrt(dispersion * (1 - hat));
            weights[i] = residual > threshold ? 1 / (residual * residual) : 1;
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / total;
        }
        iterate();
    }

    /** Pearson dispersion, at least 1. */
    public double dispersion() {
        return dispersion;
    }

    /** The mean expected at a row. */
    public double predict(double[] row) {
        return Math.exp(bounded(product(row)));
    }

    /** The relative standard error of {@link #predict}: that of the linear predictor. */
    public double relativeError(double[] row) {
        return Math.sqrt(dispersion * leverage(row));
    }

    private void iterate() {
        for (int i = 0; i < observed.length; i++) {
            mean[i] = observed[i] + 0.1;
            eta[i] = Math.log(mean[i]);
        }
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            solve();
            double deviance = 0;
            for (int i = 0; i < observed.length; i++) {
                eta[i] = bounded(product(rows[i]));
                mean[i] = Math.exp(eta[i]);
                double y = observed[i];
                deviance += 2 * weights[i] * (y * (logObserved[i] - eta[i]) - (y - mean[i]));
            }
            if (Math.abs(deviance - before) < TOLERANCE * (Math.abs(deviance) + 0.1)) {
                break;
            }
            before = deviance;
        }
        measureDispersion();
    }

    private void measureDispersion() {
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double apart = observed[i] - mean[i];
            sum += weights[i] * apart * apart / mean[i];
        }
        dispersion = Math.max(1, sum / Math.max(1, observed.length - size));
    }

    private static double bounded(double predictor) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, predictor));
    }

    private double product(double[] row) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += row[j] * coefficients[j];
        }
        return sum;
    }

    private void solve() {
        double[][] squares = new double[size][size];
        double[] right = new double[size];
        for (int i = 0; i < observed.length; i++) {
            double w = weights[i] * mean[i];
            double wz = w * eta[i] + weights[i] * (observed[i] - mean[i]);
            double[] row = rows[i];
            for (int j = 0; j < size; j++) {
                right[j] += row[j] * wz;
                double wx = w * row[j];
                for (int l = 0; l <= j; l++) {
                    squares[j][l] += wx * row[l];
                }
            }
        }
        factor = cholesky(squares);
        coefficients = back(forward(right));
    }

    /** The lower factor; a column without anything of its own has an infinite diagonal. */
    private double[][] cholesky(double[][] squares) {
        double[][] lower = new double[size][size];
        for (int j = 0; j < size; j++) {
            for (int l = 0; l <= j; l++) {
                double rest = squares[j][l];
                for (int m = 0; m < l; m++) {
                    rest -= lower[j][m] * lower[l][m];
                }
                if (l < j) {
                    lower[j][l] = rest / lower[l][l];
                } else {
                    boolean own = rest > 1e-11 * squares[j][j];
                    lower[j][j] = own ? Math.sqrt(rest) : Double.POSITIVE_INFINITY;
                }
            }
        }
        return lower;
    }

    private double[] forward(double[] right) {
        double[] solved = new double[size];
        for (int j = 0; j < size; j++) {
            double rest = right[j];
            for (int l = 0; l < j; l++) {
                rest -= factor[j][l] * solved[l];
            }
            solved[j] = rest / factor[j][j];
        }
        return solved;
    }

    private double[] back(double[] right) {
        double[] solved = new double[size];
        for (int j = size - 1; j >= 0; j--) {
            double rest = right[j];
            for (int l = j + 1; l < size; l++) {
                rest -= factor[l][j] * solved[l];
            }
            solved[j] = rest / factor[j][j];
        }
        return solved;
    }

    /** x' (X'WX)⁻¹ x. */
    private double leverage(double[] row) {
        double sum = 0;
        for (double part : forward(row)) {
            sum += part * part;
        }
        return sum;
    }
}
