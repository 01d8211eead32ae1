package org.lisolo.surveillance.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ridge regression with a part that is not shrunk (Hoerl and Kennard 1970, Technometrics 12:55,
 * section 2; in its dual form, so that the cost grows with the number of observations and not with
 * that of the columns). The shrunk columns are centred and brought to a deviation of 1 first; a
 * column that does not vary is left out. The penalty is {@code penalty · n} on each.
 *
 * <p>Immutable.
 */
public final class Ridge {
    private final double[] free;
    private final double[] weights;
    private final Standard standard;

    private Ridge(double[] free, double[] weights, Standard standard) {
        this.free = free;
        this.weights = weights;
        this.standard = standard;
    }

    /**
     * Fits a model.
     *
     * @param freeRows the columns that are not shrunk, an intercept among them; one row an
     *     observation
     * @param shrunkRows the columns that are shrunk, as many rows
     * @param response one value a row
     * @param weights how much each row counts, above 0; only their proportions matter
     * @param penalty above 0
     */
    public static Ridge fit(
            double[][] freeRows,
            double[][] shrunkRows,
            double[] response,
            double[] weights,
            double penalty) {
        Standard standard = Standard.of(shrunkRows);
        double[] roots = LeastSquares.roots(weights);
        double[][] z = Arrays.stream(shrunkRows).map(standard::apply).toArray(double[][]::new);
        return fit(
                standard,
                LeastSquares.scaled(freeRows, roots),
                LeastSquares.scaled(z, roots),
                LeastSquares.scaled(response, roots),
                penalty);
    }

    private static Ridge fit(
            Standard standard,
            double[][] freeRows,
            double[][] z,
            double[] response,
            double penalty) {
        int n = response.length;
        Cholesky kernel = Cholesky.of(kernel(z, penalty * n));
        double[] free = generalised(kernel, freeRows, response);
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = response[i] - LeastSquares.dot(freeRows[i], free);
        }
        double[] dual = kernel.solve(rest);
        double[] weights = new double[standard.width()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < weights.length; j++) {
                weights[j] += z[i][j] * dual[i] / (penalty * n);
            }
        }
        return new Ridge(free, weights, standard);
    }

    /** What the model expects of a new row. */
    public double predict(double[] freeRow, double[] shrunkRow) {
        return LeastSquares.dot(freeRow, free)
                + LeastSquares.dot(standard.apply(shrunkRow), weights);
    }

    private static double[][] kernel(double[][] z, double shrink) {
        double[][] kernel = new double[z.length][z.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = LeastSquares.dot(z[i], z[j]) / shrink;
            }
            kernel[i][i] += 1;
        }
        return kernel;
    }

    /** Least squares under the covariance that the shrunk columns leave. */
    private static double[] generalised(Cholesky kernel, double[][] rows, double[] response) {
        int width = rows[0].length;
        double[][] whitened = new double[width][];
        for (int j = 0; j < width; j++) {
            double[] column = new double[rows.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = rows[i][j];
            }
            whitened[j] = kernel.solve(column);
        }
        double[][] normal = new double[width][width];
        double[] right = new double[width];
        for (int j = 0; j < width; j++) {
            normal[j] = LeastSquares.crossed(rows, whitened[j]);
            normal[j][j] += 1e-6;
            right[j] = LeastSquares.dot(whitened[j], response);
        }
        return Cholesky.of(normal).solve(right);
    }

    /** Means and deviations of the columns that vary. */
    private static final class Standard {
        private final int[] columns;
        private final double[] means;
        private final double[] deviations;

        private Standard(int[] columns, double[] means, double[] deviations) {
            this.columns = columns;
            this.means = means;
            this.deviations = deviations;
        }

        static Standard of(double[][] rows) {
            int width = rows[0].length;
            double[] means = new double[width];
            double[] deviations = new double[width];
            for (int j = 0; j < width; j++) {
                for (double[] row : rows) {
                    means[j] += row[j] / rows.length;
                }
                for (double[] row : rows) {
                    deviations[j] += (row[j] - means[j]) * (row[j] - means[j]) / rows.length;
                }
                deviations[j] = Math.sqrt(deviations[j]);
            }
            int[] columns = IntStream.range(0, width).filter(j -> deviations[j] > 1e-9).toArray();
            return new Standard(columns, means, deviations);
        }

        int width() {
            return columns.length;
        }

        double[] apply(double[] row) {
            double[] z = new double[columns.length];
            for (int k = 0; k < z.length; k++) {
                int j = columns[k];
                z[k] = (row[j] - means[j]) / deviations[j];
            }
            return z;
        }
    }
}
