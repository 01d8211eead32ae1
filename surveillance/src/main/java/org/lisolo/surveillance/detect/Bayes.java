package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.fit.CountDistributions;
import org.lisolo.surveillance.series.CountSeries;

/**
 * The Bayes detector: Riebler, "Empirischer Vergleich von statistischen Methoden zur
 * Ausbruchserkennung bei Surveillance Daten", University of Munich (2004); Höhle, Computational
 * Statistics 22 (2007) 571–582, section 3.1; as {@code bayes} of R's {@code surveillance} 1.20 has
 * it.
 *
 * <p>The reference values are Poisson whose mean has Jeffreys' prior Gamma(1/2, 0); the prediction
 * is negative binomial with size Σy + 1/2 and success probability n / (n + 1), the bound its 1 −
 * alpha quantile in cases. Expected: its mean, (Σy + 1/2) / n. Missing reports are left out.
 */
public record Bayes(Control control) implements Detector {
    /**
     * R's control, key for key.
     *
     * @param b years of history
     * @param w half width of the windows, in periods
     * @param actY whether the w periods just before are reference values too
     * @param alpha probability of a false alarm
     */
    public record Control(int b, int w, boolean actY, double alpha) {
        public Control {
            Checks.atLeast("b", b, 0);
            Checks.atLeast("w", w, actY ? 1 : 0);
            Checks.probability("alpha", alpha);
        }
    }

    @Override
    public int firstPosition(CountSeries series) {
        return ReferenceWindows.firstPosition(series, control.b(), control.w());
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        Detection detection = new Detection(from, to);
        double[] observed = series.observed();
        for (int k = from; k <= to; k++) {
            double sum = 0;
            int n = 0;
            for (double value :
                    ReferenceWindows.at(
                            series, observed, k, control.b(), control.w(), control.actY())) {
                if (!Double.isNaN(value)) {
                    sum += value;
                    n++;
                }
            }
            if (n > 0) {
                double bound =
                        CountDistributions.negativeBinomialQuantile(
                                1 - control.alpha(), sum + 0.5, n / (n + 1.0));
                detection.set(k, (sum + 0.5) / n, bound, Alarm.above(observed[k - 1], bound));
            }
        }
        return detection;
    }
}
