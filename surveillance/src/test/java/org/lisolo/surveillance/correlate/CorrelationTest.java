package org.lisolo.surveillance.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.SharedSurveillance;
import org.lisolo.surveillance.chance.RDraws;
import org.lisolo.surveillance.nowcast.WeeklyTable;
import org.lisolo.surveillance.series.CsvTable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class CorrelationTest {
    @Test
    void spanishTweetsCorrelateAtAWeeksLeadAndYetGainNothing() {
        WeeklyTable table;
        try (CsvTable csv =
                CsvTable.open(SharedSurveillance.file("social/spain_twitter_flu_weekly.csv"))) {
            table =
                    WeeklyTable.read(
                                    csv,
                                    new WeeklyTable.Columns("date_week", "I", List.of("DT")),
                                    true)
                            .closed();
        }
        CrossCorrelation found = CrossCorrelation.of(table.signal(0), table.target(), 4, 8, 1);
        CrossCorrelation.ByLead week = found.byLead().get(5);
        assertThat(week.lead()).isEqualTo(1);
        assertThat(week.r()).isCloseTo(0.68, within(0.005));
        assertThat(week.lower()).isLessThan(0.5);
        assertThat(found.lead().weeks()).isEqualTo(1);
        assertThat(found.lead().lower()).isLessThanOrEqualTo(0);
        Gain gain = Gain.of(table.signal(0), table.target(), 1);
        assertThat(gain.shown()).isFalse();
        assertThat(gain.with().rmse()).isGreaterThan(gain.without().rmse());
        assertThat(Gain.of(table.signal(0), table.target(), 0).shown()).isFalse();
    }

    @Test
    void flagsTheFluTrendsOverestimateMonthsBeforeItsPeak() {
        Map<LocalDate, double[]> weeks = new TreeMap<>();
        try (CsvTable csv = CsvTable.open(SharedSurveillance.file("us_flu/ilinet_national.csv"))) {
            csv.forEachRemaining(
                    row ->
                            weeks.put(
                                    LocalDate.parse(row.text("week_ending")),
                                    new double[] {
                                        row.isMissing("wili_pct")
                                                ? Double.NaN
                                                : row.number("wili_pct"),
                                        Double.NaN
                                    }));
        }
        try (CsvTable csv = CsvTable.open(SharedSurveillance.file("us_flu/gft_world.csv"))) {
            csv.forEachRemaining(
                    row -> {
                        double[] week = weeks.get(LocalDate.parse(row.text("week_ending")));
                        if (week != null && !row.isMissing("United States")) {
                            week[1] = row.number("United States");
                        }
                    });
        }
        List<LocalDate> dates = List.copyOf(weeks.keySet());
        double[] target = weeks.values().stream().mapToDouble(w -> w[0]).toArray();
        double[] signal = weeks.values().stream().mapToDouble(w -> w[1]).toArray();
        List<SignalMonitor.Check> season =
                SignalMonitor.of(signal, target).stream()
                        .filter(c -> dates.get(c.at()).isAfter(LocalDate.of(2012, 9, 1)))
                        .toList();
        LocalDate flagged =
                season.stream()
                        .filter(SignalMonitor.Check::alarm)
                        .map(c -> dates.get(c.at()))
                        .findFirst()
                        .orElseThrow();
        int peak = 0;
        for (int i = 0; i < dates.size(); i++) {
            peak = signal[i] > signal[peak] || Double.isNaN(signal[peak]) ? i : peak;
        }
        assertThat(dates.get(peak)).isEqualTo("2013-01-19");
        assertThat(flagged).isBefore(LocalDate.of(2012, 12, 1));
    }

    @Test
    void findsTheLeadOfAShiftedSignal() {
        double[] target = walk(200, 3);
        double[] signal = new double[200];
        for (int i = 0; i < 200; i++) {
            signal[i] = i + 2 < 200 ? target[i + 2] : Double.NaN;
        }
        CrossCorrelation.Lead lead =
                CrossCorrelation.of(
                                SeriesForm.CHANGES.of(signal),
                                SeriesForm.CHANGES.of(target),
                                4,
                                8,
                                1)
                        .lead();
        assertThat(lead).isEqualTo(new CrossCorrelation.Lead(2, 2, 2));
    }

    @Test
    void twoWintersThatHaveNothingToDoWithEachOtherCorrelateUntilTheSeasonIsRemoved() {
        double[] one = winters(260, 1);
        double[] other = winters(260, 2);
        assertThat(r(SeriesForm.LEVELS, one, other).lower()).isGreaterThan(0.5);
        CrossCorrelation.ByLead left = r(SeriesForm.SEASON_REMOVED, one, other);
        assertThat(left.lower()).isNegative();
        assertThat(left.upper()).isPositive();
        assertThat(SeriesForm.SEASON_REMOVED.of(new double[20])).containsOnly(Double.NaN);
    }

    @Test
    void showsAGainWhereThereIsOne() {
        double[] target = walk(200, 3);
        double[] noisy = target.clone();
        RDraws draws = new RDraws(8);
        for (int i = 0; i < 200; i++) {
            noisy[i] += 0.2 * draws.uniform();
        }
        assertThat(Gain.of(noisy, target, 0).shown()).isTrue();
        assertThat(Gain.of(walk(200, 9), target, 0).shown()).isFalse();
        assertThat(Gain.of(noisy, new double[10], 0).shown()).isFalse();
    }

    @Test
    void warnsWhereTheNewsExplainsTheSignal() {
        double[] news = walk(100, 5);
        double[] cases = walk(100, 6);
        assertThat(Attention.of(news, cases, news).explainedByNews()).isTrue();
        assertThat(Attention.of(cases, cases, news).explainedByNews()).isFalse();
    }

    @Test
    void doesNotFlagASignalThatKeepsItsPromise() {
        double[] target = winters(260, 4);
        double[] signal = winters(260, 5);
        assertThat(SignalMonitor.of(signal, target)).noneMatch(SignalMonitor.Check::alarm);
        for (int i = 200; i < 260; i++) {
            signal[i] *= 3;
        }
        assertThat(SignalMonitor.of(signal, target))
                .filteredOn(SignalMonitor.Check::alarm)
                .first()
                .satisfies(check -> assertThat(check.at()).isBetween(200, 206));
    }

    private static CrossCorrelation.ByLead r(SeriesForm form, double[] one, double[] other) {
        return CrossCorrelation.of(form.of(one), form.of(other), 0, 8, 1).byLead().getFirst();
    }

    private static double[] walk(int n, int seed) {
        RDraws draws = new RDraws(seed);
        double[] walk = new double[n];
        for (int i = 1; i < n; i++) {
            walk[i] = 0.8 * walk[i - 1] + draws.uniform() - 0.5;
        }
        return walk;
    }

    private static double[] winters(int n, int seed) {
        RDraws draws = new RDraws(seed);
        double[] winters = new double[n];
        for (int i = 0; i < n; i++) {
            winters[i] = 3 + Math.cos(2 * Math.PI * i / 52.18) + 0.5 * draws.uniform();
        }
        return winters;
    }
}
