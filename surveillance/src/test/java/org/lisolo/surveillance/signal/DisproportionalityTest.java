package org.lisolo.surveillance.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.SharedSurveillance;
import org.lisolo.surveillance.series.CsvTable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class DisproportionalityTest {
    @Test
    void findsTheMixtureThatRFinds() {
        ReportTable reports = new ReportTable();
        try (CsvTable table =
                CsvTable.open(
                        SharedSurveillance.file(
                                "reference/disproportionality/caers_reports.csv"))) {
            table.forEachRemaining(
                    row -> reports.add(row.text("id"), row.text("var1"), row.text("var2"), ""));
        }
        Map<String, Double> expected = new TreeMap<>();
        try (CsvTable table =
                CsvTable.open(
                        SharedSurveillance.file(
                                "reference/disproportionality/hyperparameters.csv"))) {
            table.forEachRemaining(row -> expected.put(row.text("parameter"), row.number("value")));
        }
        GammaMixture mixture = MixtureFit.of(reports.pairs());
        assertThat(mixture.shape1()).isCloseTo(expected.get("alpha1"), within(1e-4));
        assertThat(mixture.rate1()).isCloseTo(expected.get("beta1"), within(1e-4));
        assertThat(mixture.shape2()).isCloseTo(expected.get("alpha2"), within(1e-4));
        assertThat(mixture.rate2()).isCloseTo(expected.get("beta2"), within(1e-4));
        assertThat(mixture.share()).isCloseTo(expected.get("P"), within(1e-4));
    }

    @Test
    void countsAReportOnceHoweverOftenItsRowsRepeatIt() {
        ReportTable reports = new ReportTable();
        for (int twice = 0; twice < 2; twice++) {
            reports.add("1", "quinine", "rash", "");
            reports.add("1", "quinine", "fever", "");
            reports.add("2", "quinine", "rash", "");
            reports.add("3", "zinc", "fever", "");
        }
        PairCounts rash = reports.pairs().get(1);
        assertThat(rash.event()).isEqualTo("rash");
        assertThat(List.of(rash.both(), rash.drugOnly(), rash.eventOnly(), rash.neither()))
                .containsExactly(2, 0, 0, 1);
        assertThat(rash.expected()).isCloseTo(4 / 3.0, within(1e-12));
    }

    @Test
    void expectsByStratum() {
        ReportTable reports = new ReportTable();
        reports.add("1", "quinine", "rash", "child");
        reports.add("2", "zinc", "fever", "child");
        reports.add("3", "quinine", "rash", "adult");
        assertThat(reports.pairs().getFirst().expected()).isCloseTo(0.5 + 1, within(1e-12));
        assertThat(reports.add("3", "zinc", "rash", "child")).isFalse();
    }

    @Test
    void ratiosAreThoseOfTheTable() {
        PairCounts pair = new PairCounts("d", "e", 20, 80, 30, 870, 5);
        assertThat(pair.proportionalRatio().value()).isCloseTo(6, within(1e-12));
        assertThat(pair.oddsRatio().value()).isCloseTo(7.25, within(1e-12));
        double off = 1.96 * Math.sqrt(1 / 20.0 + 1 / 80.0 + 1 / 30.0 + 1 / 870.0);
        assertThat(pair.oddsRatio().lower()).isCloseTo(7.25 * Math.exp(-off), within(1e-12));
        assertThat(pair.informationComponent())
                .isCloseTo(Math.log(20.5 / 5.5) / Math.log(2), within(1e-12));
        assertThat(pair.informationLower()).isLessThan(pair.informationComponent());
    }

    @Test
    void anEmptyCellGivesNoLowerLimit() {
        PairCounts.Ratio ratio = new PairCounts("d", "e", 3, 0, 0, 9, 1).oddsRatio();
        assertThat(ratio.value()).isInfinite();
        assertThat(ratio.lower()).isNaN();
        assertThat(ratio.upper()).isInfinite();
        assertThat(new PairCounts("d", "e", 1, 1, 1, 1, 1).chiSquareYates()).isZero();
    }

    @Test
    void drawsFewReportsTowardsTheCommonRatio() {
        GammaMixture mixture = new GammaMixture(0.2, 0.1, 2, 4, 1 / 3.0);
        GammaMixture.Posterior few = mixture.posterior(1, 0.01);
        GammaMixture.Posterior many = mixture.posterior(1000, 10);
        assertThat(few.geometricMean()).isLessThan(100);
        assertThat(many.geometricMean()).isCloseTo(100, within(2.0));
        assertThat(few.quantile(0.05)).isLessThan(few.geometricMean());
        assertThat(few.quantile(0.95)).isGreaterThan(few.geometricMean());
    }

    @Test
    void refusesToFitFiveNumbersToFewerPairs() {
        assertThatThrownBy(() -> MixtureFit.of(List.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("at least 5");
    }
}
