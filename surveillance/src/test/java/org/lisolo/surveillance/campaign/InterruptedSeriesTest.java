package org.lisolo.surveillance.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.campaign.InterruptedSeries.Effect;
import org.lisolo.surveillance.campaign.InterruptedSeries.Estimate;
import org.lisolo.surveillance.chance.RDraws;

import java.util.List;

class InterruptedSeriesTest {
    private static final double YEAR = 52;

    @Test
    void findsAnEffectThatIsThere() {
        InterruptedSeries series = series(1, 15);
        Effect effect = series.effect(150, 159);
        assertThat(effect.effect().value()).isCloseTo(15, within(4.0));
        assertThat(effect.effect().lower()).isPositive();
        assertThat(effect.total().value()).isCloseTo(10 * effect.effect().value(), within(1e-9));
        assertThat(series.placebos(150, 159).pValue()).isLessThan(0.05);
    }

    @Test
    void showsNoEffectWhereThereIsNone() {
        InterruptedSeries series = series(1, 0);
        Effect effect = series.effect(150, 159);
        assertThat(effect.effect().lower()).isNegative();
        assertThat(effect.effect().upper()).isPositive();
        assertThat(series.placebos(150, 159).pValue()).isGreaterThan(0.05);
    }

    @Test
    void itsIntervalHoldsTheTruthAboutAsOftenAsItSays() {
        int held = 0;
        for (int seed = 1; seed <= 200; seed++) {
            Estimate effect = series(seed, 15).effect(150, 159).effect();
            held += effect.lower() <= 15 && 15 <= effect.upper() ? 1 : 0;
        }
        assertThat(held).isBetween(176, 200);
    }

    @Test
    void aControlSeriesTakesAwayWhatHappenedEverywhere() {
        double[] everywhere = noise(7, 160);
        double[] observed = noise(8, 160);
        for (int i = 0; i < 160; i++) {
            everywhere[i] += i >= 150 ? 30 : 0;
            observed[i] = 0.5 * observed[i] + everywhere[i];
        }
        Estimate alone =
                new InterruptedSeries(observed, List.of(), YEAR, 0).effect(150, 159).effect();
        Estimate beside =
                new InterruptedSeries(observed, List.of(everywhere), YEAR, 0)
                        .effect(150, 159)
                        .effect();
        assertThat(alone.lower()).isPositive();
        assertThat(beside.lower()).isNegative();
    }

    @Test
    void tellsAChangeOfLevelFromOneOfSlope() {
        double[] observed = noise(3, 160);
        for (int i = 100; i < 160; i++) {
            observed[i] += 10 + 0.5 * (i - 100);
        }
        List<Estimate> changes = new InterruptedSeries(observed, List.of(), YEAR, 0).changes(100);
        assertThat(changes.getFirst().lower()).isLessThan(10);
        assertThat(changes.getFirst().upper()).isGreaterThan(10);
        assertThat(changes.getLast().lower()).isBetween(0.2, 0.5);
    }

    @Test
    void saysHowMuchHistoryItNeeds() {
        InterruptedSeries series = new InterruptedSeries(noise(1, 160), List.of(), YEAR, 2);
        assertThatThrownBy(() -> series.effect(30, 40))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("must be 52 periods before the campaign");
        assertThatThrownBy(() -> series.effect(150, 200)).isInstanceOf(Problem.class);
    }

    private static InterruptedSeries series(int seed, double effect) {
        double[] observed = noise(seed, 160);
        for (int i = 150; i < 160; i++) {
            observed[i] += effect;
        }
        return new InterruptedSeries(observed, List.of(), YEAR, 0);
    }

    /** Errors of which half carries over to the next week, about a slow trend. */
    private static double[] noise(int seed, int n) {
        RDraws draws = new RDraws(seed);
        double[] noise = new double[n];
        double error = 0;
        for (int i = 0; i < n; i++) {
            error = 0.5 * error + 8 * (draws.uniform() - 0.5);
            noise[i] = 100 + 0.05 * i + error;
        }
        return noise;
    }
}
