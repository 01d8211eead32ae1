package org.lisolo.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When doors are open, to the minute; and hours as people write them. */
class HoursTest {
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
    private static final ZoneId LUBUMBASHI = ZoneId.of("Africa/Lubumbashi");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lun-ven 8:00-12:00 14:00-17:30 | mon-fri 08:00-12:00 14:00-17:30",
                "Lundi à vendredi : 8h-12h30      | mon-fri 08:00-12:30",
                "lundi au vendredi 8h à 16h       | mon-fri 08:00-16:00",
                "sam. 8 h 30 – 12 h               | sat 08:30-12:00",
                "mon, wed and fri 9:00 to 17:00   | mon 09:00-17:00; wed 09:00-17:00; fri"
                        + " 09:00-17:00",
                "tous les jours 24h               | mon-sun 24h",
                "7j/7 24h/24                      | mon-sun 24h",
                "daily 22:00-06:00                | mon-sun 22:00-06:00",
                "Mo-Fr 08:00-12:00                | mon-fri 08:00-12:00",
                "lun-sam 8h-12h, 13h-17h          | mon-sat 08:00-12:00 13:00-17:00",
                "sam-lun 8h-9h                    | mon 08:00-09:00; sat-sun 08:00-09:00",
                "8h-20h                           | mon-sun 08:00-20:00",
                "dim fermé                        | ''",
            })
    void readsWhatPeopleWrite(String typed, String kept) {
        assertThat(HoursWords.text(HoursText.week(List.of(typed)), Locale.ENGLISH, "; "))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"demain 8h-12h", "lun 8h", "lun 25h-26h", "lun 8:70-9:00", "lun ouvert"})
    void saysWhatItDoesNotUnderstand(String typed) {
        assertThatThrownBy(() -> HoursText.week(List.of(typed)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.arguments()).containsExactly(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lun 8h-12h 11h-13h", "lun 22h-8h; mar 7h-9h", "dim 22h-8h; lun 7h-9h"})
    void refusesHoursThatOverlapRoundTheWeek(String typed) {
        assertThatThrownBy(() -> HoursText.week(List.of(typed.split("; ", -1))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code())
                                        .isEqualTo("directory.problem.hours.overlap"));
    }

    @Test
    void writesWhatItReadsAgain() {
        var week = HoursText.week(List.of("lun-jeu 8h-12h 14h-18h", "ven 22h-6h", "dim 24h"));
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            String text = HoursWords.text(week, locale, "; ");
            assertThat(HoursText.week(List.of(text.split("; ", -1)))).isEqualTo(week);
        }
        var special =
                HoursText.special(
                        List.of("25/12/2026 fermé (Noël)", "2026-08-01..2026-08-15 8h-12h"));
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            String text = HoursWords.text(special, locale, "; ");
            assertThat(HoursText.special(List.of(text.split("; ", -1)))).isEqualTo(special);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr, lundi – jeudi, '8 h – 12 h, 14 h – 18 h 30', dimanche, 24 h sur 24, 1er mars 2026",
        "en, Monday – Thursday, '08:00 – 12:00, 14:00 – 18:30', Sunday, 24 hours, 1 March 2026",
        "ln, lundi – jeudi, '8 h – 12 h, 14 h – 18 h 30', dimanche, 24 h na 24, 1 mars 2026",
        "sw, Jumatatu – Alhamisi, '08:00 – 12:00, 14:00 – 18:30', Jumapili, saa 24, 1 Machi 2026"
    })
    void areSaidInEachLanguage(
            String language, String days, String hours, String sunday, String always, String date) {
        Locale locale = Locale.of(language);
        var groups =
                HoursWords.groups(HoursText.week(List.of("lun-jeu 8h-12h 14h-18h30", "dim 24h")));
        assertThat(HoursWords.days(groups.getFirst(), locale)).isEqualTo(days);
        assertThat(HoursWords.times(groups.getFirst().spans(), locale).replace('\u00a0', ' '))
                .isEqualTo(hours);
        assertThat(HoursWords.days(groups.getLast(), locale)).isEqualTo(sunday);
        assertThat(HoursWords.times(groups.getLast().spans(), locale).replace('\u00a0', ' '))
                .isEqualTo(always);
        assertThat(HoursWords.day(LocalDate.of(2026, 3, 1), locale).replace('\u00a0', ' '))
                .isEqualTo(date);
    }

    @Test
    void opensAndClosesToTheMinute() {
        var times = times(KINSHASA, "lun 8h-12h");
        assertThat(times.isOpen(at("2026-03-09T06:59:59Z"))).isFalse(); // Kinshasa is UTC+1
        assertThat(times.isOpen(at("2026-03-09T07:00:00Z"))).isTrue();
        assertThat(times.isOpen(at("2026-03-09T10:59:59Z"))).isTrue();
        assertThat(times.isOpen(at("2026-03-09T11:00:00Z"))).isFalse();
    }

    @Test
    void countsANightToTheDayOnWhichItBegan() {
        var times = times(KINSHASA, "sam 22h-6h");
        assertThat(times.isOpen(at("2026-03-14T21:30:00Z"))).isTrue(); // Saturday 22:30
        assertThat(times.isOpen(at("2026-03-14T22:59:59Z"))).isTrue(); // a second before midnight
        assertThat(times.isOpen(at("2026-03-14T23:00:00Z"))).isTrue(); // midnight
        assertThat(times.isOpen(at("2026-03-15T04:59:00Z"))).isTrue(); // Sunday 05:59
        assertThat(times.isOpen(at("2026-03-15T05:00:00Z"))).isFalse();
        assertThat(times.isOpen(at("2026-03-14T04:00:00Z"))).isFalse(); // Saturday 05:00
        assertThat(times.doors(at("2026-03-14T22:30:00Z")))
                .isEqualTo(new Doors.Open(Optional.of(LocalDateTime.parse("2026-03-15T06:00"))));
    }

    @Test
    void livesByTheClockOfItsPlace() {
        Instant moment = at("2026-03-09T06:30:00Z"); // 07:30 in Kinshasa, 08:30 in Lubumbashi
        assertThat(times(KINSHASA, "lun 8h-12h").isOpen(moment)).isFalse();
        assertThat(times(LUBUMBASHI, "lun 8h-12h").isOpen(moment)).isTrue();
        Instant midnight = at("2026-03-09T22:30:00Z"); // Monday 23:30 there, Tuesday 00:30 here
        assertThat(times(KINSHASA, "lun 20h-24h").isOpen(midnight)).isTrue();
        assertThat(times(LUBUMBASHI, "lun 20h-24h").isOpen(midnight)).isFalse();
    }

    @Test
    void closesWithTheNightOfAnExceptionalDay() {
        var times =
                new OpeningTimes(
                        HoursText.week(List.of("tous les jours 20h-6h")),
                        HoursText.special(List.of("2026-12-25 fermé (Noël)")),
                        KINSHASA);
        assertThat(times.isOpen(at("2026-12-25T03:00:00Z"))).isTrue(); // the night of the 24th
        assertThat(times.isOpen(at("2026-12-25T20:00:00Z"))).isFalse();
        assertThat(times.isOpen(at("2026-12-26T03:00:00Z"))).isFalse(); // the night of the 25th
        assertThat(times.isOpen(at("2026-12-26T19:00:00Z"))).isTrue();
        assertThat(times.doors(at("2026-12-25T20:00:00Z")))
                .isEqualTo(new Doors.Closed(Optional.of(LocalDateTime.parse("2026-12-26T20:00"))));
    }

    @Test
    void neverClosesWhereItIsOpenRoundTheClock() {
        var times = times(KINSHASA, "tous les jours 24h");
        assertThat(times.doors(at("2026-03-09T23:00:00Z")))
                .isEqualTo(new Doors.Open(Optional.empty()));
    }

    @Test
    void keepsTheClockOnTheWallWhenItIsChanged() {
        var times = times(ZoneId.of("Europe/Brussels"), "dim 8h-12h");
        assertThat(times.isOpen(at("2026-03-22T07:30:00Z"))).isTrue(); // 08:30, winter time
        assertThat(times.isOpen(at("2026-03-29T06:30:00Z"))).isTrue(); // 08:30, summer time
        assertThat(times.isOpen(at("2026-03-29T10:30:00Z"))).isFalse();
    }

    private static OpeningTimes times(ZoneId zone, String... parts) {
        return new OpeningTimes(HoursText.week(List.of(parts)), List.of(), zone);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
