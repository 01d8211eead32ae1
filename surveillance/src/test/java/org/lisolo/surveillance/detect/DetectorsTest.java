package org.lisolo.surveillance.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.Calendar;
import org.lisolo.surveillance.series.CountSeries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

class DetectorsTest {

    @Test
    void everyMethodMonitorsAnOrdinarySeries() {
        CountSeries series = weekly(400, 12);
        for (String method : Detectors.methods()) {
            Detection found = Detectors.of(method, Map.of()).detect(series, 350, 400);
            assertThat(found.from()).isEqualTo(350);
            assertThat(found.to()).isEqualTo(400);
            assertThat(found.alarm(400)).as(method).isNotEqualTo(Alarm.UNKNOWN);
        }
    }

    @Test
    void whatIsSaidOfAWeekDoesNotDependOnLaterWeeks() {
        CountSeries series = weekly(400, 12);
        double[] changed = series.observed();
        Arrays.fill(changed, 380, 400, 500);
        CountSeries later = CountSeries.of("", series.calendar(), changed);
        for (String method : Detectors.methods()) {
            Detector detector = Detectors.of(method, Map.of());
            Detection one = detector.detect(series, 350, 400);
            Detection other = detector.detect(later, 350, 400);
            for (int week = 350; week <= 380; week++) {
                assertThat(other.upperbound(week)).as(method).isEqualTo(one.upperbound(week));
                assertThat(other.alarm(week)).as(method).isEqualTo(one.alarm(week));
            }
        }
    }

    @Test
    void raisesNoAlarmInASeriesOfZeros() {
        CountSeries zeros = CountSeries.of("", Calendar.weekly(2001), new double[400]);
        for (String method :
                List.of("lisolo", "farringtonFlexible", "farrington", "earsC", "rki")) {
            Detection found = Detectors.of(method, Map.of()).detect(zeros, 380, 400);
            for (int week = 380; week <= 400; week++) {
                assertThat(found.alarm(week)).as(method).isNotEqualTo(Alarm.RAISED);
            }
        }
    }

    @Test
    void raisesAnAlarmWhereCountsRiseTenfold() {
        double[] counts = weekly(400, 12).observed();
        counts[399] = 200;
        CountSeries series = CountSeries.of("", Calendar.weekly(2001), counts);
        for (String method :
                List.of("lisolo", "farringtonFlexible", "farrington", "earsC", "bayes", "rki")) {
            Detection found = Detectors.of(method, Map.of()).detect(series, 400, 400);
            assertThat(found.alarm(400)).as(method).isEqualTo(Alarm.RAISED);
        }
    }

    @Test
    void standsHugeCountsAndHugeRises() {
        double[] counts = new double[400];
        Arrays.setAll(counts, i -> i < 390 ? 0 : 2e9);
        CountSeries series = CountSeries.of("", Calendar.weekly(2001), counts);
        for (String method : Detectors.methods()) {
            try {
                Detectors.of(method, Map.of()).detect(series, 395, 400);
            } catch (Problem problem) {
                assertThat(problem.place()).as(method).contains("index");
            }
        }
    }

    @Test
    void leavesOutWeeksWithoutAReport() {
        double[] counts = weekly(400, 12).observed();
        counts[100] = Double.NaN;
        counts[395] = Double.NaN;
        CountSeries series = CountSeries.of("", Calendar.weekly(2001), counts);
        for (String method : List.of("lisolo", "farringtonFlexible")) {
            Detection found = Detectors.of(method, Map.of()).detect(series, 390, 400);
            assertThat(found.alarm(390)).as(method).isEqualTo(Alarm.NOT_RAISED);
            assertThat(found.alarm(396)).as(method).isNotEqualTo(Alarm.RAISED);
        }
        assertThatThrownBy(() -> Detectors.of("cusum", Map.of()).detect(series, 390, 400))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("index 101")
                .hasMessageContaining("2002-49");
    }

    @Test
    void saysWhichPeriodsAreMissingFromAHistory() {
        CountSeries series = weekly(150, 12);
        assertThatThrownBy(
                        () -> Detectors.of("farringtonFlexible", Map.of()).detect(series, 150, 150))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("index 150: the history is too short")
                .hasMessageContaining("1998-43 to 2000-52 are needed");
        assertThatThrownBy(() -> Detectors.of("earsC", Map.of("baseline", 9)).detect(series, 9, 20))
                .hasMessageContaining("2000-52 is needed");
        assertThatThrownBy(() -> Detectors.of("lisolo", Map.of()).detect(series, 0, 20))
                .hasMessageContaining("not within the series");
        assertThatThrownBy(() -> Detectors.of("lisolo", Map.of()).detect(series, 30, 20))
                .hasMessageContaining("after");
    }

    @Test
    void namesTheKeyOfAWrongControl() {
        fails("farringtonFlexible", Map.of("alpha", 2), "control alpha: must be between 0 and 1");
        fails("farringtonFlexible", Map.of("b", 2.5), "control b: must be a whole number");
        fails("farringtonFlexible", Map.of("trend", "yes"), "control trend: must be true or false");
        fails(
                "farringtonFlexible",
                Map.of("powertrans", "3"),
                "control powertrans: must be one of");
        fails("farringtonFlexible", Map.of("limit54", List.of(5)), "control limit54");
        fails("farringtonFlexible", Map.of("apha", 0.1), "control apha: is not known here");
        fails("farringtonFlexible", Map.of("range", List.of(1, 2)), "control range: is given by");
        fails("glrNb", Map.of("mu0", Map.of("T", 1)), "control mu0$T: is not known here");
        fails("glrPois", Map.of("alpha", 0.2), "control alpha: must be 0");
        fails("outbreakQ", Map.of(), "there is no method of that name");
    }

    @Test
    void findsTheSameWeekOfYearsWith53Weeks() {
        LocalDate first = LocalDate.of(2002, 12, 30);
        int weeks = 400;
        double[] counts = new double[weeks];
        long[] days = new long[weeks];
        double[] population = new double[weeks];
        Arrays.fill(population, 1);
        for (int i = 0; i < weeks; i++) {
            LocalDate week = first.plusWeeks(i);
            days[i] = week.toEpochDay();
            counts[i] = week.getDayOfYear() >= 180 && week.getDayOfYear() < 187 ? 60 : 5;
        }
        Calendar calendar = new Calendar(52, 2003, 1, true);
        CountSeries dated = CountSeries.of("", calendar, counts, population, days);
        Map<String, Object> control = Map.of("b", 5, "w", 0, "noPeriods", 1, "trend", false);
        int peak = 1;
        for (int i = 300; i < weeks; i++) {
            peak = counts[i] == 60 ? i + 1 : peak;
        }
        Detection found = Detectors.of("farringtonFlexible", control).detect(dated, peak, peak);
        assertThat(found.expected(peak)).isBetween(30.0, 61.0);
    }

    @Test
    void anyControlGivesAProblemOrAResult() {
        CountSeries series = weekly(300, 5);
        SplittableRandom random = new SplittableRandom(20261123);
        List<String> keys =
                List.of(
                        "b",
                        "w",
                        "alpha",
                        "noPeriods",
                        "pastWeeksNotIncluded",
                        "trend",
                        "limit54",
                        "powertrans",
                        "thresholdMethod",
                        "method",
                        "baseline",
                        "minSigma",
                        "k",
                        "h",
                        "m",
                        "trans",
                        "actY",
                        "mu0",
                        "M",
                        "Mtilde",
                        "theta",
                        "c.ARL",
                        "change",
                        "ret",
                        "dir",
                        "weightsThreshold",
                        "no_historic",
                        "k_decay",
                        "years");
        List<Object> values =
                List.of(
                        0,
                        1,
                        2,
                        3,
                        7,
                        40,
                        -1,
                        1e9,
                        0.05,
                        0.5,
                        1.5,
                        true,
                        false,
                        "glm",
                        "rossi",
                        "C3",
                        "cases",
                        "epi",
                        "dec",
                        "muan",
                        List.of(5, 4),
                        List.of(),
                        List.of("a"),
                        Map.of("S", 2),
                        Map.of("trend", true),
                        "");
        for (int round = 0; round < 3000; round++) {
            Map<String, Object> control = new java.util.HashMap<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                control.put(
                        keys.get(random.nextInt(keys.size())),
                        values.get(random.nextInt(values.size())));
            }
            String method = Detectors.methods().get(random.nextInt(Detectors.methods().size()));
            if (control.get("ret") instanceof String) {
                continue;
            }
            try {
                Detectors.of(method, control).detect(series, 285, 300);
            } catch (Problem problem) {
                assertThat(problem.place()).as(method + control).isNotEmpty();
            }
        }
    }

    @Test
    void theBoundOfTheRecommendedDetectorIsTheHighestCountWithoutAlarm() {
        CountSeries series = weekly(400, 3);
        Detector detector = Detectors.of("lisolo", Map.of("limit54", List.of(0, 4)));
        for (int week = 380; week <= 400; week++) {
            double bound = detector.detect(series, week, week).upperbound(week);
            double[] counts = series.observed();
            counts[week - 1] = bound;
            assertThat(alarm(detector, counts, week)).isEqualTo(Alarm.NOT_RAISED);
            counts[week - 1] = bound + 1;
            assertThat(alarm(detector, counts, week)).isEqualTo(Alarm.RAISED);
        }
    }

    @Test
    void theRecommendedDetectorBeginsWithTenWeeks() {
        double[] counts = {4, 6, 5, 3, 7, 5, 4, 6, 5, 4, 5, 40};
        CountSeries series = CountSeries.of("", Calendar.weekly(2026), counts);
        Detection found = Detectors.of("lisolo", Map.of()).detect(series, 11, 12);
        assertThat(found.alarm(11)).isEqualTo(Alarm.NOT_RAISED);
        assertThat(found.alarm(12)).isEqualTo(Alarm.RAISED);
    }

    private static Alarm alarm(Detector detector, double[] counts, int week) {
        CountSeries series = CountSeries.of("", Calendar.weekly(2001), counts);
        return detector.detect(series, week, week).alarm(week);
    }

    private static void fails(String method, Map<String, Object> control, String sentence) {
        assertThatThrownBy(() -> Detectors.of(method, control))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);
    }

    /** A wave with noise that is the same in every run. */
    private static CountSeries weekly(int weeks, double level) {
        SplittableRandom random = new SplittableRandom(7);
        List<Double> counts = new ArrayList<>();
        for (int t = 0; t < weeks; t++) {
            double mean = level * (1 + 0.3 * Math.cos(2 * Math.PI * t / 52));
            counts.add(Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian())));
        }
        return CountSeries.of(
                "", Calendar.weekly(2001), counts.stream().mapToDouble(c -> c).toArray());
    }
}
