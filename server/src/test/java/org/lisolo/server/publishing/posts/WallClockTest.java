package org.lisolo.server.publishing.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

class WallClockTest {
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);
    private static final LocalDate FORWARD = LocalDate.of(2027, 3, 28);
    private static final LocalDate BACK = LocalDate.of(2027, 10, 31);

    private final WallClock brussels = new WallClock(ZoneId.of("Europe/Brussels"));
    private final WallClock lubumbashi = new WallClock(ZoneId.of("Africa/Lubumbashi"));

    @Test
    void anHourThatIsLeftOutIsNoTime() {
        assertThatThrownBy(() -> brussels.at(FORWARD, HALF_PAST_TWO))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("posts.problem.gap"));
        assertThat(brussels.atOrAfter(FORWARD, HALF_PAST_TWO))
                .isEqualTo(brussels.at(FORWARD, LocalTime.of(3, 30)))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void ofAnHourThatComesTwiceTheFirstIsMeantAndBothAreTold() {
        Instant first = brussels.at(BACK, HALF_PAST_TWO);
        assertThat(first).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(brussels.offset(first)).isEqualTo("UTC+02:00");
        assertThat(brussels.offset(first.plusSeconds(3600))).isEqualTo("UTC+01:00");
        assertThat(brussels.offset(first.plusSeconds(7200))).isEmpty();
    }

    @Test
    void theHourOfAnotherClockIsKeptEvenWhereThisOneNeverShowsIt() {
        Instant there = lubumbashi.at(FORWARD, HALF_PAST_TWO);
        assertThat(brussels.asShownIn(lubumbashi.zone(), there))
                .isEqualTo(brussels.at(FORWARD, LocalTime.of(3, 30)));
        assertThat(brussels.isSecond(Instant.parse("2027-10-31T01:30:00Z"))).isTrue();
        assertThat(brussels.isSecond(Instant.parse("2027-10-31T00:30:00Z"))).isFalse();
    }

    @Test
    void theTwoZonesOfTheCountryAreAnHourApartAllYear() {
        WallClock kinshasa = new WallClock(ZoneId.of("Africa/Kinshasa"));
        for (LocalDate day : new LocalDate[] {FORWARD, BACK}) {
            assertThat(kinshasa.at(day, HALF_PAST_TWO))
                    .isEqualTo(lubumbashi.at(day, LocalTime.of(3, 30)));
        }
    }
}
