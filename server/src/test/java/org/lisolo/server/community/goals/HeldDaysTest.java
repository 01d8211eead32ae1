package org.lisolo.server.community.goals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was held, in a row and however it lies. */
class HeldDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    /** One sign a day from Monday on: + held, - slipped, a blank for nothing said. */
    private static List<CheckIn> said(String signs) {
        List<CheckIn> said = new ArrayList<>();
        for (int i = 0; i < signs.length(); i++) {
            if (signs.charAt(i) != ' ') {
                said.add(new CheckIn(MONDAY.plusDays(i), signs.charAt(i) == '+', ""));
            }
        }
        return said;
    }

    private static HeldDays held(String signs, int today) {
        return HeldDays.of(Rhythm.DAY, said(signs), MONDAY.plusDays(today));
    }

    @Test
    void losesNothingByASlip() {
        assertThat(held("+++-++", 5)).isEqualTo(new HeldDays(5, 2, 3));
        assertThat(held("+++-", 3)).isEqualTo(new HeldDays(3, 0, 3));
    }

    @Test
    void goesOnUntilADayIsOverOfWhichNothingWasSaid() {
        assertThat(held("++", 1)).isEqualTo(new HeldDays(2, 2, 2));
        assertThat(held("++", 2)).as("today is not over").isEqualTo(new HeldDays(2, 2, 2));
        assertThat(held("++", 3)).isEqualTo(new HeldDays(2, 0, 2));
        assertThat(held("++ +", 3)).isEqualTo(new HeldDays(3, 1, 2));
        assertThat(held("", 3)).isEqualTo(new HeldDays(0, 0, 0));
    }

    @Test
    void countsWeeksByTheirMondays() {
        List<CheckIn> said =
                List.of(new CheckIn(MONDAY, true, ""), new CheckIn(MONDAY.plusWeeks(1), true, ""));
        assertThat(HeldDays.of(Rhythm.WEEK, said, MONDAY.plusDays(20)))
                .isEqualTo(new HeldDays(2, 2, 2));
        assertThat(HeldDays.of(Rhythm.WEEK, said, MONDAY.plusDays(21)))
                .isEqualTo(new HeldDays(2, 0, 2));
        assertThat(Rhythm.WEEK.of(MONDAY.plusDays(6))).isEqualTo(MONDAY);
        assertThat(Rhythm.WEEK.before(MONDAY.plusDays(9))).isEqualTo(MONDAY);
    }
}
