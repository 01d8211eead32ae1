package org.lisolo.surveillance.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of R 4.2.2: qnbinom, pnbinom, qpois, ppois. */
class CountDistributionsTest {
    @Test
    void hasTheQuantilesOfR() {
        assertThat(CountDistributions.negativeBinomialQuantile(0.995, 4, 0.25)).isEqualTo(36);
        assertThat(CountDistributions.negativeBinomialQuantile(0.95, 0.5, 0.01)).isEqualTo(191);
        assertThat(CountDistributions.negativeBinomialQuantile(0.995, 2000, 0.2)).isEqualTo(8524);
        assertThat(CountDistributions.poissonQuantile(0.995, 3)).isEqualTo(8);
        assertThat(CountDistributions.poissonQuantile(0.995, 12345)).isEqualTo(12632);
    }

    @Test
    void hasTheTailsOfR() {
        assertThat(CountDistributions.negativeBinomialUpper(39, 4, 0.25))
                .isCloseTo(0.00303122237747, within(1e-13));
        assertThat(CountDistributions.poissonUpper(30, 3))
                .isCloseTo(4.277047721e-20, within(1e-28));
        assertThat(CountDistributions.poissonUpper(0, 3)).isEqualTo(1);
    }

    @Test
    void summedAndIncompleteFunctionsMeet() {
        for (double mean : new double[] {399, 401}) {
            double quantile = CountDistributions.negativeBinomialQuantile(0.99, mean / 2, 1.0 / 3);
            double above =
                    CountDistributions.negativeBinomialUpper(quantile + 1, mean / 2, 1.0 / 3);
            double at = CountDistributions.negativeBinomialUpper(quantile, mean / 2, 1.0 / 3);
            assertThat(above).isLessThanOrEqualTo(0.01);
            assertThat(at).isGreaterThan(0.01);
        }
    }

    @Test
    void standsMeansThatNoSeriesHas() {
        for (double mean = 1e3; mean < 1e300; mean *= 1e3) {
            for (double phi : new double[] {1.0000001, 2, 1e5}) {
                double quantile =
                        CountDistributions.negativeBinomialQuantile(
                                0.995, mean / (phi - 1), 1 / phi);
                assertThat(quantile).isFinite();
                assertThat(CountDistributions.negativeBinomialUpper(5, mean / (phi - 1), 1 / phi))
                        .isBetween(0.0, 1.0);
            }
            assertThat(CountDistributions.poissonQuantile(0.995, mean)).isFinite();
        }
    }
}
