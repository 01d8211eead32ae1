package org.lisolo.surveillance.linear;

/**
 * The lower triangular factor of a symmetric positive definite matrix. Our own rather than a
 * library's: it is forty lines, and it is the inner loop of the weekly refits. Immutable.
 */
public final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Takes a matrix apart; only its lower triangle is read.
     *
     * @param matrix square, symmetric
     * @throws ArithmeticException if it is not positive definite
     */
    public static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] - dot(row, lower[j], j);
                if (i != j) {
                    row[j] = rest / lower[j][j];
                } else if (rest > 0) {
                    row[i] = Math.sqrt(rest);
                } else {
                    throw new ArithmeticException("not positive definite at row " + i);
                }
            }
        }
        return new Cholesky(lower);
    }

    /** The solution of matrix · x = right. */
    public double[] solve(double[] right) {
        int n = lower.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (right[i] - dot(lower[i], x, i)) / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= lower[i][j] * x[i];
            }
        }
        return x;
    }

    /** The inverse of the matrix. */
    public double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
