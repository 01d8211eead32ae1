package org.lisolo.server.directory;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** How doors stand, said to a reader. */
final class DoorsWords {
    private DoorsWords() {}

    static Said of(Doors doors, LocalDateTime now, Locale locale) {
        return switch (doors) {
            case Doors.Unknown _ -> Said.NOTHING;
            case Doors.Open(var until) ->
                    until.map(time -> open(time, now, locale))
                            .orElseGet(() -> Said.of("directory.doors.always"));
            case Doors.Closed(var until) ->
                    until.map(time -> closed(time, now, locale))
                            .orElseGet(() -> Said.of("directory.doors.closed"));
        };
    }

    private static Said open(LocalDateTime until, LocalDateTime now, Locale locale) {
        String time = HoursWords.clock(until, locale);
        return Duration.between(now, until).toHours() < 18
                ? Said.of("directory.doors.open", time)
                : Said.of("directory.doors.open.day", day(until, locale), time);
    }

    private static Said closed(LocalDateTime until, LocalDateTime now, Locale locale) {
        String time = HoursWords.clock(until, locale);
        LocalDate today = now.toLocalDate();
        if (until.toLocalDate().equals(today)) {
            return Said.of("directory.doors.closed.today", time);
        }
        if (until.toLocalDate().equals(today.plusDays(1))) {
            return Said.of("directory.doors.closed.tomorrow", time);
        }
        return until.toLocalDate().isBefore(today.plusDays(7))
                ? Said.of("directory.doors.closed.day", day(until, locale), time)
                : Said.of(
                        "directory.doors.closed.date",
                        HoursWords.day(until.toLocalDate(), locale),
                        time);
    }

    private static String day(LocalDateTime time, Locale locale) {
        return HoursWords.name(time.getDayOfWeek(), locale);
    }
}
