package org.lisolo.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

class RetentionTest {
    private static final ZoneId ZONE = ZoneId.of("Africa/Lubumbashi");
    private static final Instant NIGHT = Instant.parse("2026-11-29T00:30:00Z");

    @Test
    void neverTakesTheOnlyGoodOneWhateverTheNumbers() {
        for (var retention : List.of(new Retention(0, 0, 0, ZONE), new Retention(7, 5, 12, ZONE))) {
            assertThat(retention.surplus(List.of())).isEmpty();
            assertThat(retention.surplus(List.of(NIGHT.minus(Duration.ofDays(4_000))))).isEmpty();
        }
    }

    @Test
    void keepsTheNewestOfEachOfTheLastDaysWeeksAndMonths() {
        List<Instant> nights =
                IntStream.range(0, 500).mapToObj(day -> NIGHT.minus(Duration.ofDays(day))).toList();
        Set<Instant> stay = new TreeSet<>(nights);
        stay.removeAll(new Retention(3, 3, 3, ZONE).surplus(nights));
        assertThat(stay)
                .extracting(at -> at.atZone(ZONE).toLocalDate().toString())
                .containsExactly(
                        "2026-09-30", // the newest of September
                        "2026-10-31",
                        "2026-11-15", // a Sunday, the newest of its week
                        "2026-11-22",
                        "2026-11-27",
                        "2026-11-28",
                        "2026-11-29");
    }

    @Test
    void keepsOneOfADayOnWhichThereWereSeveral() {
        var retention = new Retention(2, 0, 0, ZONE);
        Instant noon = NIGHT.plus(12, ChronoUnit.HOURS);
        Instant dayBefore = NIGHT.minus(1, ChronoUnit.DAYS);
        assertThat(retention.surplus(List.of(NIGHT, noon, dayBefore))).containsExactly(NIGHT);
    }

    /** As it runs: one a night, each time what is surplus goes. */
    @Test
    void leavesALadderOfAgesWhenItRunsForYears() {
        var retention = new Retention(7, 5, 12, ZONE);
        Set<Instant> kept = new HashSet<>();
        for (int day = 0; day < 1_000; day++) {
            kept.add(NIGHT.plus(Duration.ofDays(day)));
            kept.removeAll(retention.surplus(kept));
            assertThat(kept).contains(NIGHT.plus(Duration.ofDays(day)));
            assertThat(kept.size()).isLessThanOrEqualTo(7 + 5 + 12);
        }
        Instant oldest = new TreeSet<>(kept).first();
        assertThat(Duration.between(oldest, NIGHT.plus(Duration.ofDays(999))).toDays())
                .as("about a year back")
                .isBetween(300L, 366L);
    }

    @Test
    void takesOnlyWhatIsThereAndNeverTheNewest() {
        var random = new Random(20261129);
        for (int turn = 0; turn < 300; turn++) {
            List<Instant> some = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                some.add(NIGHT.minusSeconds(random.nextInt(90_000_000)));
            }
            var retention =
                    new Retention(random.nextInt(5), random.nextInt(5), random.nextInt(5), ZONE);
            Set<Instant> surplus = retention.surplus(some);
            assertThat(some).containsAll(surplus);
            if (!some.isEmpty()) {
                assertThat(surplus).doesNotContain(new TreeSet<>(some).last());
            }
        }
    }
}
