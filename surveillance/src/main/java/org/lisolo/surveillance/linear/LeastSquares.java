package org.lisolo.surveillance.linear;

import java.util.Arrays;

/** Least squares by the normal equations. Stateless. */
public final class LeastSquares {
    /** Keeps collinear columns solvable; far below any effect that is looked for. */
    private static final double STEADYING = 1e-6;

    /** Far above the rounding of the sums, for columns of large numbers. */
    private static final double ROUNDING = 1e-12;

    private LeastSquares() {}

    /**
     * The coefficients that minimise the sum of squares.
     *
     * @param rows one row an observation, all of the same length
     * @param response one value a row
     * @return one coefficient a column
     */
    public static double[] fit(double[][] rows, double[] response) {
        return Cholesky.of(crossed(rows, STEADYING)).solve(crossed(rows, response));
    }

    /**
     * The same where observations differ in how much they count.
     *
     * @param weights one above 0 an observation; only their proportions matter
     */
    public static double[] fit(double[][] rows, double[] response, double[] weights) {
        double[] roots = roots(weights);
        return fit(scaled(rows, roots), scaled(response, roots));
    }

    /** Roots of weights brought to a mean of 1. */
    static double[] roots(double[] weights) {
        double mean = Arrays.stream(weights).average().orElse(1);
        return Arrays.stream(weights).map(weight -> Math.sqrt(weight / mean)).toArray();
    }

    /** Each row times its own number. */
    static double[][] scaled(double[][] rows, double[] by) {
        double[][] scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double factor = by[i];
            scaled[i] = Arrays.stream(rows[i]).map(value -> value * factor).toArray();
        }
        return scaled;
    }

    /** Each value times its own number. */
    static double[] scaled(double[] values, double[] by) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * by[i];
        }
        return scaled;
    }

    /** X′X with {@code added} on its diagonal. */
    public static double[][] crossed(double[][] rows, double added) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        double[][] product = new double[width][width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j <= i; j++) {
                    product[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            product[i][i] += added + ROUNDING * product[i][i];
            for (int j = 0; j < i; j++) {
                product[j][i] = product[i][j];
            }
        }
        return product;
    }

    /** X′y. */
    public static double[] crossed(double[][] rows, double[] response) {
        double[] product = new double[rows.length == 0 ? 0 : rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < product.length; j++) {
                product[j] += rows[r][j] * response[r];
            }
        }
        return product;
    }

    /** The sum of products. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
