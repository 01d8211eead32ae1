package org.lisolo.surveillance.fit;

import java.util.Arrays;

/**
 * Generalised linear models of counts with log link, Poisson or negative binomial with a given
 * dispersion, by iteratively reweighted least squares as R's {@code glm.fit} runs it: at most 25
 * steps, done when the deviance changes by less than 1e-8 of itself plus 0.1. Each step is a QR
 * decomposition by Householder reflections; a column that depends on those before it (tolerance
 * 1e-11) has coefficient 0.
 */
public final class CountRegression {
    static final int STEPS = 25;
    static final double TOLERANCE = 1e-8;
    private static final double LEAST_MEAN = Math.ulp(1.0);

    private final double[][] design;
    private final double[] observed;

    /**
     * A regression of counts on columns.
     *
     * @param design one row a period, all of the same length
     * @param observed the counts
     */
    public CountRegression(double[][] design, double[] observed) {
        this.design = Arrays.stream(design).map(double[]::clone).toArray(double[][]::new);
        this.observed = observed.clone();
    }

    /** No set of coefficients could be found. */
    public static final class NoFit extends Exception {
        private static final long serialVersionUID = 1;

        NoFit(String message) {
            super(message);
        }
    }

    /** A fit: its coefficients and the means they give. */
    public static final class Fit {
        private final double[] coefficients;
        private final double[] means;
        private final boolean converged;

        Fit(double[] coefficients, double[] means, boolean converged) {
            this.coefficients = coefficients;
            this.means = means;
            this.converged = converged;
        }

        public double[] coefficients() {
            return coefficients.clone();
        }

        double mean(int row) {
            return means[row];
        }

        double[] means() {
            return means.clone();
        }

        public boolean converged() {
            return converged;
        }

        /** The mean at a row of the design. */
        public double predict(double[] row) {
            return inverseLink(product(row, coefficients));
        }
    }

    int rows() {
        return observed.length;
    }

    double observed(int row) {
        return observed[row];
    }

    /** Poisson regression, started at counts + 0.1. */
    public Fit poisson() throws NoFit {
        double[] start = new double[rows()];
        Arrays.setAll(start, i -> Math.log(observed[i] + 0.1));
        return iterate(Double.POSITIVE_INFINITY, start);
    }

    /**
     * Negative binomial regression with variance μ + μ²/θ, started at the counts, those of 0 at
     * 1/6.
     */
    public Fit negativeBinomial(double theta) throws NoFit {
        double[] start = new double[rows()];
        Arrays.setAll(start, i -> Math.log(observed[i] + (observed[i] == 0 ? 1.0 / 6 : 0)));
        return iterate(theta, start);
    }

    Fit negativeBinomial(double theta, double[] startLog) throws NoFit {
        return iterate(theta, startLog);
    }

    private Fit iterate(double theta, double[] startLog) throws NoFit {
        double[] eta = startLog.clone();
        double[] mean = means(eta);
        double before = deviance(theta, mean);
        double[] coefficients = new double[0];
        for (int step = 1; step <= STEPS; step++) {
            double[] last = coefficients;
            coefficients = solve(theta, eta, mean);
            apply(coefficients, eta, mean);
            double deviance = deviance(theta, mean);
            for (int half = 1; !Double.isFinite(deviance); half++) {
                if (last.length == 0 || half > STEPS) {
                    throw new NoFit("no valid set of coefficients has been found");
                }
                for (int j = 0; j < coefficients.length; j++) {
                    coefficients[j] = (coefficients[j] + last[j]) / 2;
                }
                apply(coefficients, eta, mean);
                deviance = deviance(theta, mean);
            }
            if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < TOLERANCE) {
                return new Fit(coefficients, mean, true);
            }
            before = deviance;
        }
        return new Fit(coefficients, mean, false);
    }

    private void apply(double[] coefficients, double[] eta, double[] mean) {
        for (int i = 0; i < eta.length; i++) {
            eta[i] = product(design[i], coefficients);
            mean[i] = inverseLink(eta[i]);
        }
    }

    private static double[] means(double[] eta) {
        double[] mean = new double[eta.length];
        Arrays.setAll(mean, i -> inverseLink(eta[i]));
        return mean;
    }

    private static double inverseLink(double eta) {
        return Math.max(Math.exp(eta), LEAST_MEAN);
    }

    private static double product(double[] row, double[] coefficients) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += row[j] * coefficients[j];
        }
        return sum;
    }

    private double deviance(double theta, double[] mean) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            double y = observed[i];
            double mu = mean[i];
            if (theta == Double.POSITIVE_INFINITY) {
                sum += y > 0 ? y * Math.log(y / mu) - (y - mu) : mu;
            } else {
                sum +=
                        y * Math.log(Math.max(1, y) / mu)
                                - (y + theta) * Math.log((y + theta) / (mu + theta));
            }
        }
        return 2 * sum;
    }

    private double[] solve(double theta, double[] eta, double[] mean) throws NoFit {
        int n = rows();
        int p = design[0].length;
        double[][] x = new double[p][n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double mu = mean[i];
            double variance = theta == Double.POSITIVE_INFINITY ? mu : mu + mu * mu / theta;
            double root = Math.sqrt(mu * mu / variance);
            z[i] = root * (eta[i] + (observed[i] - mu) / mu);
            if (!Double.isFinite(z[i])) {
                throw new NoFit("a weight is not a number");
            }
            for (int j = 0; j < p; j++) {
                x[j][i] = root * design[i][j];
            }
        }
        return LeastSquares.solve(x, z);
    }
}
