package org.lisolo.surveillance.nowcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.chance.RDraws;
import org.lisolo.surveillance.score.PointScores;
import org.lisolo.surveillance.series.CsvTable;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;

class NowcastsTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 4);
    private static final int WEEKS = 260;
    private final double[] target = epidemic();
    private final double[][] signals = {early(target, 5), early(target, 6), noise(7)};

    @ParameterizedTest
    @EnumSource
    void changesNothingWhenTheFutureChanges(NowcastMethod method) {
        int week = 230;
        double[] otherTarget = target.clone();
        double[][] otherSignals = {signals[0].clone(), signals[1].clone(), signals[2].clone()};
        for (int i = week; i < WEEKS; i++) {
            otherTarget[i] = i % 3 == 0 ? Double.NaN : 1e6 + i;
            for (double[] signal : otherSignals) {
                signal[i] = i > week ? -1e6 * i : signal[i];
            }
        }
        WeekForecast before = one(method, table(target, signals), week, 3);
        WeekForecast after = one(method, table(otherTarget, otherSignals), week, 3);
        assertThat(after.predicted()).isEqualTo(before.predicted());
        assertThat(after.quantile(0.975)).isEqualTo(before.quantile(0.975));
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameWhicheverWeeksAreAskedFor(NowcastMethod method) {
        WeeklyTable table = table(target, signals);
        List<WeekForecast> many = new Nowcasts(table, method, 104, 1).between(225, 232, 2);
        assertThat(one(method, table, 230, 1).predicted()).isEqualTo(many.get(5).predicted());
        assertThat(one(method, table, 230, 1).quantile(0.025))
                .isEqualTo(many.get(5).quantile(0.025));
    }

    @Test
    void usesSignalsThatComeFirst() {
        double with = error(NowcastMethod.LISOLO, signals);
        assertThat(with).isLessThan(error(NowcastMethod.LISOLO, new double[0][]));
        assertThat(with).isLessThan(error(NowcastMethod.PERSISTENCE, signals));
        assertThat(error(NowcastMethod.ARGO, signals))
                .isLessThan(error(NowcastMethod.PERSISTENCE, signals));
    }

    @Test
    void worksWithoutSignalsAndWithZerosAndGaps() {
        double[] sparse = target.clone();
        for (int i = 0; i < WEEKS; i++) {
            sparse[i] = i % 17 == 3 ? Double.NaN : i % 5 == 0 ? 0 : sparse[i];
        }
        for (NowcastMethod method : NowcastMethod.values()) {
            for (WeekForecast one :
                    new Nowcasts(table(sparse, new double[0][]), method, 104, 2)
                            .between(200, 210, 1)) {
                assertThat(one.predicted())
                        .satisfiesAnyOf(
                                p -> assertThat(p).isNaN(), p -> assertThat(p).isNotNegative());
            }
        }
        assertThat(
                        one(NowcastMethod.LISOLO, table(new double[WEEKS], new double[0][]), 200, 1)
                                .predicted())
                .isFinite();
    }

    @Test
    void anIntervalReachesDownToZeroWhereFiguresOfZeroHaveBeen() {
        double[] few = target.clone();
        for (int i = 0; i < WEEKS; i++) {
            few[i] = i % 3 == 0 ? 0 : 1 + i % 2;
        }
        WeekForecast one = one(NowcastMethod.LISOLO, table(few, new double[0][]), 230, 1);
        assertThat(one.quantile(0.025)).isZero();
        assertThat(one.quantile(0.975)).isGreaterThanOrEqualTo(1);
        WeekForecast without = one(NowcastMethod.LISOLO, table(target, signals), 230, 1);
        assertThat(without.quantile(0.025)).isPositive();
    }

    @Test
    void intervalsGrowWithTheErrorsOfLate() {
        double[] quiet = new double[WEEKS];
        double[] wild = new double[WEEKS];
        for (int i = 0; i < WEEKS; i++) {
            quiet[i] = 100 + i * 7 % 5;
            wild[i] = i < 222 ? quiet[i] : i % 2 == 0 ? 180 : 60;
        }
        assertThat(width(wild)).isGreaterThan(3 * width(quiet));
    }

    private double width(double[] figures) {
        WeekForecast one = one(NowcastMethod.PERSISTENCE, table(figures, new double[0][]), 230, 1);
        return Math.log(one.quantile(0.975) / one.quantile(0.025));
    }

    @Test
    void quantilesRiseAboutTheMedian() {
        WeekForecast one = one(NowcastMethod.LISOLO, table(target, signals), 230, 1);
        assertThat(one.quantile(0.5)).isEqualTo(one.predicted());
        double last = 0;
        for (double level : org.lisolo.surveillance.score.QuantileForecast.HUB_LEVELS) {
            assertThat(one.quantile(level)).isGreaterThanOrEqualTo(last);
            last = one.quantile(level);
        }
    }

    @Test
    void keepsNoIntervalWithoutAPast() {
        assertThat(one(NowcastMethod.PERSISTENCE, table(target, signals), 5, 1).quantile(0.9))
                .isNaN();
    }

    @Test
    void namesTheLineOfWhatIsWrong() {
        String head = "week,target,s\n2026-01-03,1.5,7\n2026-01-10,,\n";
        assertThat(read(head + "2026-01-17,NA,1\n", false).length()).isEqualTo(3);
        assertThat(read(head + "2026-01-31,2,1\n", true).length()).isEqualTo(5);
        fails(head + "2026-01-24,2,1\n", "line 4: week 2026-01-17 is missing");
        fails(head + "2026-01-10,2,1\n", "line 4: week 2026-01-10 is there twice");
        fails(head + "2026-01-03,2,1\n", "line 4: week 2026-01-03 comes after 2026-01-10");
        fails(head + "2026-01-18,2,1\n", "line 4: week 2026-01-18 is not a whole number of weeks");
        fails(head + "2026-01-17,-2,1\n", "line 4: target is below 0");
        fails(head + "2026-01-17,two,1\n", "line 4: target is not a number");
        fails(head + "2026-01-17,2,x\n", "line 4: s is not a number");
        fails(head + "2026-02-30,2,1\n", "line 4: week is not a date");
        fails("week,target\n", "there is no week");
        fails("date,target\n2026-01-03,1\n", "there is no column week");
    }

    @Test
    void countsWeeksAcrossYearsOfFiftyThreeWeeks() {
        WeeklyTable table = table(target, signals);
        assertThat(table.week(52)).isEqualTo(LocalDate.of(2021, 1, 2));
        assertThat(table.at(LocalDate.of(2021, 1, 2))).isEqualTo(52);
        assertThatThrownBy(() -> table.at(LocalDate.of(2021, 1, 3))).isInstanceOf(Problem.class);
        assertThat(table.firstFrom(LocalDate.of(2021, 1, 3))).isEqualTo(53);
        assertThat(table.lastUntil(LocalDate.of(2021, 1, 8))).isEqualTo(52);
        assertThat(table.firstFrom(LocalDate.of(1999, 1, 1))).isZero();
        assertThat(table.lastUntil(LocalDate.of(1999, 1, 1))).isEqualTo(-1);
        assertThat(table.lastUntil(LocalDate.of(2099, 1, 1))).isEqualTo(WEEKS - 1);
    }

    private static WeekForecast one(NowcastMethod method, WeeklyTable table, int week, int ahead) {
        return new Nowcasts(table, method, 104, ahead).between(week, week, 1).getLast();
    }

    private double error(NowcastMethod method, double[][] with) {
        List<WeekForecast> said =
                new Nowcasts(table(target, with), method, 104, 1).between(190, WEEKS - 1, 2);
        return PointScores.of(
                        said.stream().mapToDouble(WeekForecast::observed).toArray(),
                        said.stream().mapToDouble(WeekForecast::predicted).toArray())
                .rmse();
    }

    private static WeeklyTable table(double[] target, double[][] signals) {
        List<String> names = List.of("a", "b", "c").subList(0, signals.length);
        return WeeklyTable.of(FIRST, target, names, signals);
    }

    /** A winter wave whose height and start differ from year to year. */
    private static double[] epidemic() {
        RDraws draws = new RDraws(11);
        double[] counts = new double[WEEKS];
        double height = 0;
        double start = 0;
        for (int i = 0; i < WEEKS; i++) {
            if (i % 52 == 0) {
                height = 20 + 60 * draws.uniform();
                start = 8 + 12 * draws.uniform();
            }
            double off = (i % 52 - start) / 4;
            counts[i] = (5 + height * Math.exp(-off * off / 2)) * (0.9 + 0.2 * draws.uniform());
        }
        return counts;
    }

    private static double[] early(double[] target, int seed) {
        RDraws draws = new RDraws(seed);
        double[] signal = new double[WEEKS];
        for (int i = 0; i < WEEKS; i++) {
            signal[i] = target[i] * (0.95 + 0.1 * draws.uniform());
        }
        return signal;
    }

    private static double[] noise(int seed) {
        RDraws draws = new RDraws(seed);
        double[] noise = new double[WEEKS];
        for (int i = 0; i < WEEKS; i++) {
            noise[i] = draws.uniform();
        }
        return noise;
    }

    private static WeeklyTable read(String csv, boolean mayLackWeeks) {
        CsvTable table = CsvTable.read(new StringReader(csv), "flu.csv");
        return WeeklyTable.read(table, WeeklyTable.Columns.plain(table), mayLackWeeks);
    }

    private static void fails(String csv, String sentence) {
        assertThatThrownBy(() -> read(csv, false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);
    }
}
