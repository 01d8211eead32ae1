package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.DateWords;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Dates and numbers as each language writes them, whatever Java knows of it. */
class LanguageTest {
    static final ZonedDateTime AFTERNOON =
            ZonedDateTime.of(2026, 3, 12, 14, 5, 0, 0, ZoneId.of("Africa/Kinshasa"));
    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    static final LocalDate NEXT_YEAR = TODAY.plusYears(1);

    @Test
    void writesDates() {
        assertThat(said(Language.FR)).isEqualTo("12 mars à 14 h 05");
        assertThat(said(Language.EN)).isEqualTo("12 March at 14:05");
        assertThat(said(Language.LN)).isEqualTo("12 mars na 14 h 05");
        assertThat(said(Language.SW)).isEqualTo("12 Machi, 14:05");
        assertThat(Language.SW.date(AFTERNOON, NEXT_YEAR)).isEqualTo("12\u00a0Machi\u00a02026");
        assertThat(Language.FR.date(AFTERNOON.withDayOfMonth(1), TODAY)).isEqualTo("1er\u00a0mars");
        assertThat(Language.LN.date(AFTERNOON.withDayOfMonth(1), TODAY)).isEqualTo("1\u00a0mars");
    }

    private static String said(Language language) {
        return language.dateTime(AFTERNOON, TODAY).replace('\u00a0', ' ');
    }

    @Test
    void namesEveryDayAndMonthOnce() {
        for (Language language : Language.values()) {
            Stream<String> names =
                    Stream.concat(
                            Arrays.stream(DayOfWeek.values())
                                    .map(day -> DateWords.day(day, language.locale())),
                            Arrays.stream(Month.values())
                                    .map(month -> DateWords.month(month, language.locale())));
            List<String> all = names.toList();
            assertThat(all).as(language.ownName()).doesNotHaveDuplicates();
            assertThat(all).allMatch(name -> name.matches("\\p{L}{3,}"));
        }
        assertThat(DateWords.day(DayOfWeek.SATURDAY, Language.SW.locale())).isEqualTo("Jumamosi");
        assertThat(DateWords.day(DayOfWeek.MONDAY, Language.LN.locale())).isEqualTo("lundi");
    }
}
