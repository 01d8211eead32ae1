package org.lisolo.server.publishing.posts;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which days are looked at, as the address says.
 *
 * @param kind one of {@link CalendarPages#VIEWS}
 * @param own the organisation's zone
 * @param zone in which times are shown
 */
public record CalendarView(String kind, LocalDate first, ZoneId own, ZoneId zone) {
    private static final int QUEUE_DAYS = 28;
    private static final int YEARS = 50;
    private static final List<ZoneId> COUNTRY =
            List.of(ZoneId.of("Africa/Kinshasa"), ZoneId.of("Africa/Lubumbashi"));

    /** In which times can be shown: an organisation's own, and those of the country. */
    static List<ZoneId> zones(ZoneId own) {
        return Stream.concat(Stream.of(own), COUNTRY.stream()).distinct().toList();
    }

    /** The one that is asked for, if it can be shown; else the organisation's own. */
    static ZoneId zone(ZoneId own, String asked) {
        return zones(own).stream()
                .filter(zone -> zone.getId().equals(asked))
                .findFirst()
                .orElse(own);
    }

    static CalendarView of(String kind, String day, ZoneId home, ZoneId shown, LocalDate today) {
        String known = CalendarPages.VIEWS.contains(kind) ? kind : "week";
        return new CalendarView(known, first(known, date(day, today), today), home, shown);
    }

    private static LocalDate date(String typed, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(typed);
            return Math.abs(date.getYear() - today.getYear()) > YEARS ? today : date;
        } catch (DateTimeException _) {
            return today;
        }
    }

    private static LocalDate first(String kind, LocalDate day, LocalDate today) {
        return switch (kind) {
            case "day" -> day;
            case "month" -> day.withDayOfMonth(1);
            case "queue" -> day.isBefore(today) ? today : day;
            default -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        };
    }

    /** The first day after them. */
    LocalDate end() {
        return switch (kind) {
            case "day" -> first.plusDays(1);
            case "month" -> first.plusMonths(1);
            case "queue" -> first.plusDays(QUEUE_DAYS);
            default -> first.plusWeeks(1);
        };
    }

    public String earlier() {
        LocalDate before =
                switch (kind) {
                    case "day" -> first.minusDays(1);
                    case "month" -> first.minusMonths(1);
                    case "queue" -> first.minusDays(QUEUE_DAYS);
                    default -> first.minusWeeks(1);
                };
        return address(kind, before, zone);
    }

    public String later() {
        return address(kind, end(), zone);
    }

    public String as(String other) {
        return address(other, first, zone);
    }

    public String in(ZoneId other) {
        return address(kind, first, other);
    }

    String at(LocalDate day) {
        return address(kind, day, zone);
    }

    /** The same days, to take along. */
    public String file(String format) {
        return address(kind, first, zone)
                .replaceFirst(CalendarController.PATH, CalendarController.PATH + "." + format);
    }

    private String address(String view, LocalDate day, ZoneId there) {
        return CalendarController.PATH
                + "?view="
                + view
                + "&day="
                + day
                + (there.equals(own) ? "" : "&zone=" + there.getId());
    }
}
