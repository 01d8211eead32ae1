package org.lisolo.surveillance.fit;

/** Linear least squares by Householder reflections. One problem, one use. */
final class LeastSquares {
    private static final double DEPENDENT = 1e-11;

    private final double[][] columns;
    private final double[] target;
    private final int[] kept;
    private final double[] diagonal;
    private int rank;

    private LeastSquares(double[][] columns, double[] target) {
        this.columns = columns;
        this.target = target;
        this.kept = new int[columns.length];
        this.diagonal = new double[columns.length];
    }

    /**
     * The coefficients b that bring Σ x_j b_j closest to z; 0 for a column that depends on those
     * before it. Both arguments are overwritten.
     *
     * @param x the columns
     */
    static double[] solve(double[][] x, double[] z) {
        LeastSquares problem = new LeastSquares(x, z);
        problem.decompose();
        return problem.substitute();
    }

    private void decompose() {
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            double whole = norm(column, 0);
            for (int earlier = 0; earlier < rank; earlier++) {
                reflect(columns[kept[earlier]], earlier, column);
            }
            double rest = rank < target.length ? norm(column, rank) : 0;
            if (rest == 0 || rest < DEPENDENT * whole) {
                continue;
            }
            double signed = column[rank] < 0 ? -rest : rest;
            for (int i = rank; i < column.length; i++) {
                column[i] /= signed;
            }
            column[rank] += 1;
            reflect(column, rank, target);
            kept[rank] = j;
            diagonal[rank] = -signed;
            rank++;
        }
    }

    private static double norm(double[] column, int from) {
        double squares = 0;
        for (int i = from; i < column.length; i++) {
            squares += column[i] * column[i];
        }
        return Math.sqrt(squares);
    }

    /** Applies the reflection whose vector v begins at a row and has v·v = 2 v_row. */
    private static void reflect(double[] v, int row, double[] onto) {
        double product = 0;
        for (int i = row; i < v.length; i++) {
            product += v[i] * onto[i];
        }
        double factor = product / v[row];
        for (int i = row; i < v.length; i++) {
            onto[i] -= factor * v[i];
        }
    }

    private double[] substitute() {
        double[] coefficients = new double[columns.length];
        for (int r = rank - 1; r >= 0; r--) {
            double value = target[r];
            for (int later = r + 1; later < rank; later++) {
                value -= columns[kept[later]][r] * coefficients[kept[later]];
            }
            coefficients[kept[r]] = value / diagonal[r];
        }
        return coefficients;
    }
}
