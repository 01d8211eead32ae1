package org.lisolo.surveillance.detect;

/**
 * Anscombe residuals of a negative binomial with variance μ + α μ² (Hilbe, "Negative binomial
 * regression", 2nd edition, Cambridge 2011, section 5.2.2): (A(y) − A(μ)) / (μ + α μ²)^{1/6} with
 * A(y) = 3/2 y^{2/3} ₂F₁(1/3, 2/3; 5/3; −α y).
 *
 * <p>R's {@code surveillance} takes the hypergeometric function from a table at 0, −0.01 … −10, −11
 * … −100: the nearest entry down to −10, between entries below, and nothing below −100. The same
 * table is computed here, because its coarseness is part of R's results.
 */
final class AnscombeNegativeBinomial {
    private static final int FINE = 1000;
    private static final int LAST = 100;
    private static final double[] FINE_TABLE = new double[FINE + 1];
    private static final double[] COARSE_TABLE = new double[LAST + 1];

    static {
        for (int i = 0; i <= FINE; i++) {
            FINE_TABLE[i] = hypergeometric(i / 100.0);
        }
        for (int i = 0; i <= LAST; i++) {
            COARSE_TABLE[i] = hypergeometric(i);
        }
    }

    private AnscombeNegativeBinomial() {}

    static double residual(double y, double mu, double alpha) {
        return (integral(y, alpha) - integral(mu, alpha)) / Math.pow(mu + alpha * mu * mu, 1.0 / 6);
    }

    private static double integral(double y, double alpha) {
        return 1.5 * Math.pow(y, 2.0 / 3) * tabled(alpha * y);
    }

    /** The table at −x. */
    private static double tabled(double x) {
        if (x <= FINE / 100.0) {
            int below = (int) Math.min(FINE - 1, Math.floor(x * 100));
            boolean nearer = Math.abs(-below / 100.0 + x) <= Math.abs(-(below + 1) / 100.0 + x);
            return FINE_TABLE[nearer ? below : below + 1];
        }
        if (!(x <= LAST)) {
            return Double.NaN;
        }
        int above = (int) Math.ceil(x);
        double part = above - x;
        return COARSE_TABLE[above] + (COARSE_TABLE[above - 1] - COARSE_TABLE[above]) * part;
    }

    /**
     * ₂F₁(1/3, 2/3; 5/3; −x) by Pfaff's transformation: (1 + x)^{−1/3} ₂F₁(1/3, 1; 5/3; x/(1 + x)),
     * whose terms all have the same sign and shrink like powers of x/(1 + x).
     */
    private static double hypergeometric(double x) {
        double ratio = x / (1 + x);
        double term = 1;
        double sum = 1;
        for (int n = 0; term > sum * 1e-17; n++) {
            term *= (n + 1.0 / 3) / (n + 5.0 / 3) * ratio;
            sum += term;
        }
        return sum / Math.cbrt(1 + x);
    }
}
