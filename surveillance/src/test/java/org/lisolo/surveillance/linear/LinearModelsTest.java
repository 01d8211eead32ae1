package org.lisolo.surveillance.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.chance.RDraws;

import java.util.Arrays;

class LinearModelsTest {
    private static final int N = 60;
    private final double[][] rows = rows(8, 3);
    private final double[] response = response(rows);

    @Test
    void leastSquaresLeavesNoErrorThatAColumnExplains() {
        double[] fitted = LeastSquares.fit(rows, response);
        double[] rest = new double[N];
        for (int i = 0; i < N; i++) {
            rest[i] = response[i] - LeastSquares.dot(rows[i], fitted);
        }
        for (double left : LeastSquares.crossed(rows, rest)) {
            assertThat(left).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void ridgeInItsDualFormIsTheSameAsInItsPlainForm() {
        double penalty = 0.7;
        double[][] free = new double[N][1];
        for (double[] row : free) {
            row[0] = 1;
        }
        double[][] z = standardised(rows);
        double[][] plain = LeastSquares.crossed(z, penalty * N);
        double mean = Arrays.stream(response).average().orElseThrow();
        double[] weights = Cholesky.of(plain).solve(LeastSquares.crossed(z, response));
        Ridge ridge = Ridge.fit(free, rows, response, alike(), penalty);
        for (int i = 0; i < N; i += 7) {
            assertThat(ridge.predict(free[i], rows[i]))
                    .isCloseTo(mean + LeastSquares.dot(z[i], weights), within(1e-6));
        }
    }

    @Test
    void aRowOfWeightThreeCountsAsThreeRows() {
        double[] weights = alike();
        weights[4] = 3;
        double[][] thrice = Arrays.copyOf(rows, N + 2);
        double[] responses = Arrays.copyOf(response, N + 2);
        thrice[N] = thrice[N + 1] = rows[4];
        responses[N] = responses[N + 1] = response[4];
        double[] weighed = LeastSquares.fit(rows, response, weights);
        double[] repeated = LeastSquares.fit(thrice, responses);
        for (int j = 0; j < weighed.length; j++) {
            assertThat(weighed[j]).isCloseTo(repeated[j], within(1e-6));
        }
    }

    @Test
    void ridgeComesNearerToTheRowsThatCountMore() {
        double[][] free = new double[N][1];
        for (double[] row : free) {
            row[0] = 1;
        }
        double[] weights = alike();
        double before = off(Ridge.fit(free, rows, response, weights, 0.7), free);
        weights[4] = 50;
        assertThat(off(Ridge.fit(free, rows, response, weights, 0.7), free)).isLessThan(before / 2);
    }

    private double off(Ridge ridge, double[][] free) {
        return Math.abs(ridge.predict(free[4], rows[4]) - response[4]);
    }

    private static double[] alike() {
        double[] alike = new double[N];
        Arrays.fill(alike, 1);
        return alike;
    }

    @Test
    void theLassoStandsWhereNoCoefficientWantsToMove() {
        LassoPath path = LassoPath.fit(rows, response);
        double[][] z = standardised(rows);
        int k = path.penalties().length / 2;
        double penalty = path.penalties()[k];
        double[] rest = new double[N];
        for (int i = 0; i < N; i++) {
            rest[i] = response[i] - path.predict(k, rows[i]);
        }
        double[] pull = LeastSquares.crossed(z, rest);
        double[] coefficients = path.coefficients(k);
        for (int j = 0; j < pull.length; j++) {
            if (coefficients[j] == 0) {
                assertThat(Math.abs(pull[j]) / N).isLessThanOrEqualTo(penalty * 1.001);
            } else {
                assertThat(pull[j] / N)
                        .isCloseTo(penalty * Math.signum(coefficients[j]), within(1e-3 * penalty));
            }
        }
    }

    @Test
    void theLassoIsEmptyAtItsLargestPenalty() {
        assertThat(LassoPath.fit(rows, response).coefficients(0)).containsOnly(0);
    }

    @Test
    void refusesAMatrixThatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(ArithmeticException.class);
    }

    private static double[][] rows(int width, int seed) {
        RDraws draws = new RDraws(seed);
        double[][] rows = new double[N][width];
        for (double[] row : rows) {
            for (int j = 0; j < width; j++) {
                row[j] = 10 * draws.uniform() * (j + 1);
            }
        }
        return rows;
    }

    private static double[] response(double[][] rows) {
        RDraws draws = new RDraws(9);
        double[] response = new double[N];
        for (int i = 0; i < N; i++) {
            response[i] = 3 + rows[i][0] - 0.5 * rows[i][3] + 4 * draws.uniform();
        }
        return response;
    }

    private static double[][] standardised(double[][] rows) {
        double[][] z = new double[N][rows[0].length];
        for (int j = 0; j < rows[0].length; j++) {
            double mean = 0;
            double squares = 0;
            for (double[] row : rows) {
                mean += row[j] / N;
            }
            for (double[] row : rows) {
                squares += (row[j] - mean) * (row[j] - mean) / N;
            }
            for (int i = 0; i < N; i++) {
                z[i][j] = (rows[i][j] - mean) / Math.sqrt(squares);
            }
        }
        return z;
    }
}
