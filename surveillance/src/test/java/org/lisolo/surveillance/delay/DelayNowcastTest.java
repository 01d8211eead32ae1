package org.lisolo.surveillance.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.SharedSurveillance;
import org.lisolo.surveillance.chance.RDraws;
import org.lisolo.surveillance.series.CsvTable;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class DelayNowcastTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @EnumSource
    void neverSaysFewerThanAreThere(DelayMethod method) {
        LineList list = daily(40, 5);
        for (DelayNowcast one :
                method.nowcast(list, FIRST.plusDays(39), 6, 0, DelayControl.DEFAULT)) {
            if (method != DelayMethod.LAWLESS) {
                assertThat(one.predicted()).isGreaterThanOrEqualTo(one.observedSoFar());
            }
            assertThat(one.observedSoFar()).isLessThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotLookAtReportsAfterNow(DelayMethod method) {
        LineList list = daily(60, 5);
        LocalDate now = FIRST.plusDays(39);
        LineList known =
                LineList.of(list.cases().stream().filter(c -> !c.report().isAfter(now)).toList());
        assertThat(method.nowcast(list, now, 6, 0, DelayControl.DEFAULT))
                .isEqualTo(method.nowcast(known, now, 6, 0, DelayControl.DEFAULT));
    }

    @ParameterizedTest
    @EnumSource
    void doesNotMindTheOrderOfTheCases(DelayMethod method) {
        LineList list = daily(40, 5);
        LineList turned = LineList.of(list.cases().reversed());
        LocalDate now = FIRST.plusDays(39);
        assertThat(method.nowcast(turned, now, 6, 20, DelayControl.DEFAULT))
                .isEqualTo(method.nowcast(list, now, 6, 20, DelayControl.DEFAULT));
    }

    @Test
    void completesByTheShareThatIsUsuallyIn() {
        List<LineList.Case> cases = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            for (int k = 0; k < 8; k++) {
                cases.add(one(day, k < 2 ? 0 : 1));
            }
        }
        List<DelayNowcast> nowcasts =
                DelayMethod.CHAIN_LADDER.nowcast(
                        LineList.of(cases), FIRST.plusDays(29), 1, 0, DelayControl.DEFAULT);
        assertThat(nowcasts.getLast().observedSoFar()).isEqualTo(2);
        assertThat(nowcasts.getLast().predicted()).isCloseTo(8, within(1e-9));
        assertThat(nowcasts.getFirst().predicted()).isEqualTo(8);
    }

    @Test
    void countsWeeksWhereAllDatesFallOnOneDayOfTheWeek() {
        assertThat(LineList.of(List.of(new LineList.Case(FIRST, FIRST.plusWeeks(2)))).days())
                .isEqualTo(7);
        assertThat(LineList.of(List.of(new LineList.Case(FIRST, FIRST.plusDays(2)))).days())
                .isEqualTo(1);
    }

    @Test
    void findsThePriorsSizeWhereRFindsIt() {
        assertThat(BayesDelays.priorSize(50, 3000)).isEqualTo(0.84743515063381514);
    }

    @Test
    void namesTheLineOfWhatIsWrong() {
        fails("onset,report\n2026-01-05,2026-01-04\n", "line 2: the report of 2026-01-04 comes");
        fails("onset,report\n2026-01-05,soon\n", "line 2: report is not a date");
        fails("onset,report\n2026-13-05,2026-01-04\n", "line 2: onset is not a date");
        fails("onset\n2026-01-05\n", "there is no column report");
    }

    @Test
    void saysWhichOnsetsAreMissing() {
        LineList list = daily(10, 5);
        assertThatThrownBy(
                        () ->
                                DelayMethod.UNIF.nowcast(
                                        list, FIRST.plusDays(9), 15, 0, DelayControl.DEFAULT))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("needs onsets from 2025-12-26");
        assertThatThrownBy(
                        () ->
                                DelayMethod.UNIF.nowcast(
                                        list, FIRST.minusDays(9), 5, 0, DelayControl.DEFAULT))
                .hasMessageContaining("is after it");
        assertThatThrownBy(
                        () ->
                                DelayMethod.UNIF.nowcast(
                                        list,
                                        FIRST.plusDays(9),
                                        5,
                                        0,
                                        new DelayControl(0.05, 3, 0.1, 50, 3000, 10, 1)))
                .hasMessageContaining("N.tInf.max is 3");
    }

    @Test
    void errsLessOnDengueThanTheChainLadderAndTheLastCompleteWeek() {
        List<LineList.Case> cases = new ArrayList<>();
        try (CsvTable table =
                CsvTable.open(
                        SharedSurveillance.file(
                                "linelist/dengue_puerto_rico_onset_report_1990_2004.csv"))) {
            table.forEachRemaining(
                    row ->
                            cases.add(
                                    new LineList.Case(
                                            LocalDate.parse(row.text("onset_week")),
                                            LocalDate.parse(row.text("report_week")))));
        }
        LineList list = LineList.of(cases);
        Map<Integer, double[]> errors = new TreeMap<>();
        Map<String, List<DelayNowcast>> ladder = new TreeMap<>();
        Map<String, List<DelayNowcast>> ours = new TreeMap<>();
        try (CsvTable table =
                CsvTable.open(
                        SharedSurveillance.file("linelist/dengue_chain_ladder_reference.csv"))) {
            table.forEachRemaining(
                    row -> {
                        if (row.text("now").compareTo("2003") < 0) {
                            return;
                        }
                        int delay = row.whole("delay", 0);
                        DelayNowcast one =
                                ladder.computeIfAbsent(
                                                row.text("now"),
                                                now -> dengue(DelayMethod.CHAIN_LADDER, list, now))
                                        .get(10 - delay);
                        DelayNowcast blend =
                                ours.computeIfAbsent(
                                                row.text("now"),
                                                now -> dengue(DelayMethod.LISOLO, list, now))
                                        .get(10 - delay);
                        assertThat(one.predicted())
                                .isCloseTo(row.number("chain_ladder"), within(1e-6));
                        double came = row.number("final");
                        double[] sums = errors.computeIfAbsent(delay, _ -> new double[3]);
                        sums[0] += Math.abs(blend.predicted() - came);
                        sums[1] += Math.abs(one.predicted() - came);
                        sums[2] += Math.abs(row.number("last_complete") - came);
                    });
        }
        assertThat(errors.get(0)[0]).isLessThan(Math.min(errors.get(0)[1], errors.get(0)[2]));
        assertThat(errors.get(1)[0]).isLessThan(errors.get(1)[1]);
        assertThat(errors.get(2)[0]).isLessThan(errors.get(2)[1]);
    }

    private static List<DelayNowcast> dengue(DelayMethod method, LineList list, String now) {
        return method.nowcast(list, LocalDate.parse(now), 10, 104, DelayControl.DEFAULT);
    }

    private static LineList daily(int days, int longest) {
        RDraws draws = new RDraws(4);
        List<LineList.Case> cases = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int k = 0; k < 10; k++) {
                cases.add(one(day, draws.index(longest + 1)));
            }
        }
        return LineList.of(cases);
    }

    private static LineList.Case one(int day, int delay) {
        return new LineList.Case(FIRST.plusDays(day), FIRST.plusDays(day + delay));
    }

    private static void fails(String csv, String sentence) {
        assertThatThrownBy(() -> LineList.read(CsvTable.read(new StringReader(csv), "cases.csv")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("cases.csv")
                .hasMessageContaining(sentence);
    }
}
