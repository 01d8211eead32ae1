package org.lisolo.server.publishing.posts;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the calendar shows. */
public final class CalendarPages {
    private CalendarPages() {}

    /** How much of it at once; the queue is what is to come. */
    public static final List<String> VIEWS = List.of("day", "week", "month", "queue");

    /**
     * Some days.
     *
     * @param zones in which they can be shown, the organisation's own first
     * @param pausedBy the name of who stopped what is planned
     */
    public record CalendarPage(
            CalendarView view,
            List<ZoneId> zones,
            List<Day> days,
            Optional<Pause> pause,
            String pausedBy,
            boolean mayPause,
            boolean mayPlan,
            List<Problem> problems) {
        public long planned() {
            return days.stream().mapToLong(day -> day.planned().size()).sum();
        }

        public boolean isQueue() {
            return view.kind().equals("queue");
        }

        /** Whether a day without anything has its place. */
        public boolean showsEmpty() {
            return view.kind().equals("day") || view.kind().equals("week");
        }
    }

    /** A zone by its town. */
    public static String town(ZoneId zone) {
        return zone.getId().replaceAll(".*/", "").replace('_', ' ');
    }

    /** As a sentence begins: “Mars 2026”. */
    public static String month(LocalDate day, Locale locale) {
        return capital(DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(day), locale);
    }

    /** As a heading begins: “Lundi”. */
    public static String weekday(LocalDate day, Locale locale) {
        return capital(day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale), locale);
    }

    private static String capital(String name, Locale locale) {
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** A day; {@code at} is its beginning. */
    public record Day(LocalDate date, Instant at, boolean today, List<Entry> entries) {
        public List<Planned> planned() {
            return entries.stream()
                    .filter(Planned.class::isInstance)
                    .map(Planned.class::cast)
                    .toList();
        }
    }

    /** A line of a day. */
    public sealed interface Entry {
        Instant at();
    }

    /**
     * A post at its time.
     *
     * @param offset from UTC, where the clock shows this time twice; else empty
     */
    public record Planned(Post post, Instant at, String offset, Nearness nearness, boolean movable)
            implements Entry {}

    /** A slot that nobody has taken. */
    public record Free(Instant at) implements Entry {}

    /** As a field of the kind {@code time} wants it. */
    public static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm")
                .format(at.atZone(zone).truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * The reader's private link, when it was made and when it was read last.
     *
     * @param address the whole of it, on the one page after it was made; else empty
     */
    public record FeedPage(Optional<Instant> made, Optional<Instant> read, String address) {}

    /**
     * A table of planned posts.
     *
     * @param table as it was handed over
     * @param rows what would become of it; empty where nothing was handed over yet
     */
    public record ImportPage(String table, List<PlannedRow> rows, List<Problem> problems) {
        public long good() {
            return rows.stream().filter(PlannedRow::isGood).count();
        }
    }

    /** The form that moves a post. */
    public record MovePage(Post post, PostForm form, ZoneId zone, List<Problem> problems) {}

    /** The times of each day of the week, as they were typed. */
    public record SlotsPage(List<String> times, String zone, List<Problem> problems) {}
}
