package org.lisolo.surveillance.campaign;

import org.lisolo.surveillance.linear.Cholesky;
import org.lisolo.surveillance.linear.LeastSquares;

/**
 * A linear regression whose errors follow the errors of the period before (first-order
 * autoregression), by iterated Prais–Winsten estimation (Prais and Winsten 1954, Cowles discussion
 * paper 383; Judge et al. 1985, section 8.2.1). Immutable.
 */
final class Autocorrelated {
    private static final int ROUNDS = 50;
    private static final double STRONGEST = 0.97;

    private final double[] coefficients;
    private final double[][] covariance;
    private final double autocorrelation;
    private final double variance;
    private final double lastError;

    private Autocorrelated(
            double[] coefficients,
            double[][] covariance,
            double autocorrelation,
            double variance,
            double lastError) {
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.autocorrelation = autocorrelation;
        this.variance = variance;
        this.lastError = lastError;
    }

    /** Fits; there are more rows than columns. */
    static Autocorrelated fit(double[][] rows, double[] response) {
        double rho = 0;
        double[] coefficients = LeastSquares.fit(rows, response);
        for (int round = 0; round < ROUNDS; round++) {
            double before = rho;
            rho = autocorrelation(rows, response, coefficients);
            coefficients = LeastSquares.fit(differenced(rows, rho), differenced(response, rho));
            if (Math.abs(rho - before) < 1e-6) {
                break;
            }
        }
        double[][] x = differenced(rows, rho);
        double[] y = differenced(response, rho);
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double off = y[i] - LeastSquares.dot(x[i], coefficients);
            squares += off * off;
        }
        double variance = squares / (y.length - x[0].length);
        double[][] covariance = Cholesky.of(LeastSquares.crossed(x, 1e-9)).inverse();
        int last = y.length - 1;
        return new Autocorrelated(
                coefficients,
                covariance,
                rho,
                variance,
                response[last] - LeastSquares.dot(rows[last], coefficients));
    }

    private static double autocorrelation(double[][] rows, double[] response, double[] c) {
        double cross = 0;
        double squares = 0;
        double before = 0;
        for (int i = 0; i < response.length; i++) {
            double off = response[i] - LeastSquares.dot(rows[i], c);
            cross += i == 0 ? 0 : off * before;
            squares += i == response.length - 1 ? 0 : off * off;
            before = off;
        }
        return squares > 0 ? Math.clamp(cross / squares, -STRONGEST, STRONGEST) : 0;
    }

    private static double[][] differenced(double[][] rows, double rho) {
        double[][] result = new double[rows.length][rows[0].length];
        for (int j = 0; j < rows[0].length; j++) {
            result[0][j] = Math.sqrt(1 - rho * rho) * rows[0][j];
            for (int i = 1; i < rows.length; i++) {
                result[i][j] = rows[i][j] - rho * rows[i - 1][j];
            }
        }
        return result;
    }

    private static double[] differenced(double[] values, double rho) {
        double[] result = new double[values.length];
        result[0] = Math.sqrt(1 - rho * rho) * values[0];
        for (int i = 1; i < values.length; i++) {
            result[i] = values[i] - rho * values[i - 1];
        }
        return result;
    }

    double coefficient(int j) {
        return coefficients[j];
    }

    /** The standard error of a coefficient. */
    double deviation(int j) {
        return Math.sqrt(variance * covariance[j][j]);
    }

    double autocorrelation() {
        return autocorrelation;
    }

    /** What is expected of the periods after those fitted, the last error fading. */
    double[] expected(double[][] after) {
        double[] expected = new double[after.length];
        double error = lastError;
        for (int h = 0; h < after.length; h++) {
            error *= autocorrelation;
            expected[h] = LeastSquares.dot(after[h], coefficients) + error;
        }
        return expected;
    }

    /** The variance of the sum of what comes in those periods about the sum expected. */
    double varianceOfSum(double[][] after) {
        double[] sum = new double[coefficients.length];
        for (double[] row : after) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += row[j];
            }
        }
        double ofFit = 0;
        for (int i = 0; i < sum.length; i++) {
            ofFit += sum[i] * LeastSquares.dot(covariance[i], sum);
        }
        double ofErrors = 0;
        for (int first = 0; first < after.length; first++) {
            double reach = 0;
            double weight = 1;
            for (int h = first; h < after.length; h++) {
                reach += weight;
                weight *= autocorrelation;
            }
            ofErrors += reach * reach;
        }
        return variance * (ofFit + ofErrors);
    }
}
