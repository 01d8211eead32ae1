package org.lisolo.server.publishing.posts;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the calendar shows. */
public final class CalendarPages {
    private CalendarPages() {}

    /** How much of it at once. */
    public static final List<String> VIEWS = List.of("day", "week", "month");

    /**
     * Some days.
     *
     * @param zone in which its times are told
     * @param pausedBy the name of who stopped what is planned
     */
    public record CalendarPage(
            String view,
            LocalDate first,
            List<Day> days,
            String earlier,
            String later,
            String zone,
            Optional<Pause> pause,
            String pausedBy,
            boolean mayPause,
            List<Problem> problems) {
        public long planned() {
            return days.stream().mapToLong(day -> day.planned().size()).sum();
        }
    }

    /** A day; {@code at} is its beginning. */
    public record Day(LocalDate date, Instant at, boolean today, List<Planned> planned) {}

    /**
     * A post at its time.
     *
     * @param close whether another one is planned within half an hour of it
     */
    public record Planned(Post post, Instant at, boolean close) {}
}
