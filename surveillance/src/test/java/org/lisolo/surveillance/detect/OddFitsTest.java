package org.lisolo.surveillance.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.series.Calendar;
import org.lisolo.surveillance.series.CountSeries;

import java.util.Map;

/** Fits at the edge of what can be fitted, beside what R's surveillance 1.20.3 gives. */
class OddFitsTest {
    private static final double CLOSE = 1e-6;

    /** All cases lie in one week: the trend grows with each step and R gives it up at the 25th. */
    @Test
    void givesUpATrendWithoutEnd() {
        double[] counts = new double[123];
        counts[15] = 52;
        Detection found =
                Detectors.of("farrington", Map.of("b", 3, "w", 3, "alpha", 0.001))
                        .detect(series(counts), 123, 123);
        assertThat(found.expected(123)).isCloseTo(0.98057808793184742, within(CLOSE));
        assertThat(column(found, "pd1")).isCloseTo(0.42325184142372152, within(CLOSE));
        assertThat(column(found, "pd2")).isCloseTo(0.98057808793184742, within(CLOSE));
    }

    /** The reference weeks are the same backwards, so the trend is 0 and its p is 1. */
    @Test
    void keepsATrendOfNothingWhereEveryTrendIsKept() {
        double[] counts = new double[185];
        counts[27] = 2;
        counts[133] = 2;
        counts[184] = 5;
        Detection found =
                Detectors.of(
                                "farringtonFlexible",
                                Map.of(
                                        "b",
                                        3,
                                        "w",
                                        1,
                                        "pastWeeksNotIncluded",
                                        3,
                                        "pThresholdTrend",
                                        1,
                                        "reweight",
                                        false))
                        .detect(series(counts), 185, 185);
        assertThat(found.upperbound(185)).isCloseTo(3.6915430666175748, within(CLOSE));
        assertThat(column(found, "phiVector")).isCloseTo(2.0000012980162505, within(CLOSE));
        assertThat(column(found, "trend")).isEqualTo(1);
    }

    /** One reference week leaves nothing to tell the dispersion from. */
    @Test
    void givesNoBoundWhereNoDegreeOfFreedomIsLeft() {
        double[] counts = new double[60];
        counts[8] = 6;
        counts[59] = 9;
        Detection found =
                Detectors.of(
                                "farringtonFlexible",
                                Map.of(
                                        "b",
                                        1,
                                        "w",
                                        0,
                                        "pastWeeksNotIncluded",
                                        51,
                                        "trend",
                                        false,
                                        "reweight",
                                        false))
                        .detect(series(counts), 60, 60);
        assertThat(found.upperbound(60)).isNaN();
        assertThat(found.expected(60)).isNaN();
        assertThat(found.alarm(60)).isEqualTo(Alarm.NOT_RAISED);
    }

    private static CountSeries series(double[] counts) {
        return CountSeries.of("", Calendar.weekly(2001), counts);
    }

    private static double column(Detection found, String name) {
        return found.further().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .at(found.from());
    }
}
