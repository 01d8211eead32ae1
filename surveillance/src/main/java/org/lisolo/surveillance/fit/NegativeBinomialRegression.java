package org.lisolo.surveillance.fit;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.lisolo.surveillance.fit.CountRegression.Fit;
import org.lisolo.surveillance.fit.CountRegression.NoFit;

/**
 * Negative binomial regression whose dispersion is fitted too, in turns with the coefficients, as
 * {@code glm.nb} of R's {@code MASS} does it (Venables and Ripley, Modern Applied Statistics with
 * S, 4th edition, section 7.4), down to where it stops.
 *
 * @param fit the coefficients and means at the end
 * @param theta the shape: variance μ + μ²/θ
 */
public record NegativeBinomialRegression(Fit fit, double theta) {
    private static final double SHAPE_TOLERANCE = Math.pow(Math.ulp(1.0), 0.25);

    /** Fits both. */
    public static NegativeBinomialRegression of(CountRegression regression) throws NoFit {
        Fit fit = regression.poisson();
        double theta = shape(regression, fit);
        double scale = Math.sqrt(2.0 * Math.max(1, regression.rows() - fit.coefficients().length));
        double likelihood = logLikelihood(regression, fit, theta);
        double before = likelihood + 2 * scale;
        double change = 1;
        for (int turn = 1;
                turn <= CountRegression.STEPS
                        && Math.abs(before - likelihood) / scale + Math.abs(change)
                                > CountRegression.TOLERANCE;
                turn++) {
            double[] start = fit.means();
            for (int i = 0; i < start.length; i++) {
                start[i] = Math.log(start[i]);
            }
            Fit last = fit;
            fit = regression.negativeBinomial(theta, start);
            double lastTheta = theta;
            theta = shape(regression, last);
            change = lastTheta - theta;
            before = likelihood;
            likelihood = logLikelihood(regression, fit, theta);
        }
        return new NegativeBinomialRegression(fit, theta);
    }

    /** The most likely shape for these means: Newton steps from the moment estimate. */
    private static double shape(CountRegression regression, Fit fit) throws NoFit {
        int n = regression.rows();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double apart = regression.observed(i) / fit.mean(i) - 1;
            squares += apart * apart;
        }
        double theta = n / squares;
        double step = 1;
        for (int i = 1; i < CountRegression.STEPS && Math.abs(step) > SHAPE_TOLERANCE; i++) {
            theta = Math.abs(theta);
            step = score(regression, fit, theta) / information(regression, fit, theta);
            theta += step;
            if (!Double.isFinite(theta)) {
                throw new NoFit("the dispersion is not a number");
            }
        }
        return Math.max(theta, 0);
    }

    private static double score(CountRegression regression, Fit fit, double theta) {
        double sum = 0;
        for (int i = 0; i < regression.rows(); i++) {
            double y = regression.observed(i);
            double mu = fit.mean(i);
            sum +=
                    Digamma.value(theta + y)
                            - Digamma.value(theta)
                            + Math.log(theta)
                            + 1
                            - Math.log(theta + mu)
                            - (y + theta) / (mu + theta);
        }
        return sum;
    }

    private static double information(CountRegression regression, Fit fit, double theta) {
        double sum = 0;
        for (int i = 0; i < regression.rows(); i++) {
            double y = regression.observed(i);
            double mu = fit.mean(i);
            sum +=
                    -Trigamma.value(theta + y)
                            + Trigamma.value(theta)
                            - 1 / theta
                            + 2 / (mu + theta)
                            - (y + theta) / ((mu + theta) * (mu + theta));
        }
        return sum;
    }

    private static double logLikelihood(CountRegression regression, Fit fit, double theta) {
        double sum = 0;
        for (int i = 0; i < regression.rows(); i++) {
            double y = regression.observed(i);
            double mu = fit.mean(i);
            sum +=
                    LogGamma.value(theta + y)
                            - LogGamma.value(theta)
                            - LogGamma.value(y + 1)
                            + theta * Math.log(theta)
                            + y * Math.log(mu + (y == 0 ? 1 : 0))
                            - (theta + y) * Math.log(theta + mu);
        }
        return sum;
    }
}
