package org.lisolo.server.publishing.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.publishing.conversations.Promise.Work;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

class PromiseTest {
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Work OFFICE = new Work(WEEK, LocalTime.of(8, 0), LocalTime.of(16, 0));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(KINSHASA).toInstant();
    }

    private static Promise hours(int hours) {
        return new Promise(hours, Optional.of(OFFICE));
    }

    @Test
    void countsEveryHourWhereNoWorkingHoursAreSet() {
        assertThat(new Promise(24, Optional.empty()).due(at("2026-03-14T23:30"), KINSHASA))
                .isEqualTo(at("2026-03-15T23:30"));
    }

    @Test
    void stopsOverNightAndOverTheWeekend() {
        // the 13th of March 2026 is a Friday
        assertThat(hours(4).due(at("2026-03-13T14:00"), KINSHASA))
                .isEqualTo(at("2026-03-16T10:00"));
        assertThat(hours(2).due(at("2026-03-12T15:00"), KINSHASA))
                .isEqualTo(at("2026-03-13T09:00"));
    }

    @Test
    void beginsWithTheNextOpeningForWhoAsksAtNight() {
        assertThat(hours(1).due(at("2026-03-12T03:00"), KINSHASA))
                .isEqualTo(at("2026-03-12T09:00"));
        assertThat(hours(1).due(at("2026-03-12T20:00"), KINSHASA))
                .isEqualTo(at("2026-03-13T09:00"));
        assertThat(hours(8).due(at("2026-03-14T12:00"), KINSHASA))
                .isEqualTo(at("2026-03-16T16:00"));
    }

    @Test
    void endsAlsoWhereLittleIsWorked() {
        var sundays = new Work(Set.of(DayOfWeek.SUNDAY), LocalTime.of(8, 0), LocalTime.of(9, 0));
        var longest = new Promise(Promise.LONGEST, Optional.of(sundays));
        assertThat(longest.due(at("2026-03-12T03:00"), KINSHASA)).isEqualTo(at("2030-10-13T09:00"));
    }

    @Test
    void keepsTheHoursOfTheWallWhenClocksChange() {
        var brussels = ZoneId.of("Europe/Brussels");
        var always =
                new Work(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(18, 0));
        // clocks go forward in the night to the 29th of March 2026
        Instant asked = LocalDateTime.parse("2026-03-28T17:00").atZone(brussels).toInstant();
        Instant due = LocalDateTime.parse("2026-03-29T10:00").atZone(brussels).toInstant();
        assertThat(new Promise(3, Optional.of(always)).due(asked, brussels)).isEqualTo(due);
    }

    @Test
    void closesAfterItOpens() {
        assertThatThrownBy(() -> new Work(WEEK, LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
