package org.lisolo.server.publishing.posts;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Times as a clock on the wall shows them. Where clocks are set forward an hour is missing, where
 * they are set back one comes twice.
 */
record WallClock(ZoneId zone) {
    /** When the clock shows this: once, twice, or never. */
    List<Instant> times(LocalDate day, LocalTime time) {
        LocalDateTime shown = day.atTime(time);
        return zone.getRules().getValidOffsets(shown).stream().map(shown::toInstant).toList();
    }

    /**
     * The first time that the clock shows this.
     *
     * @throws Problem if it never does
     */
    Instant at(LocalDate day, LocalTime time) {
        List<Instant> times = times(day, time);
        if (times.isEmpty()) {
            throw Problem.invalid("posts.problem.gap").atField("time");
        }
        return times.getFirst();
    }

    /** Whether it is the second time that the clock shows this. */
    boolean isSecond(Instant at) {
        ZonedDateTime then = at.atZone(zone);
        List<Instant> times = times(then.toLocalDate(), then.toLocalTime());
        return times.size() > 1 && at.equals(times.getLast());
    }

    /** The same hour of the same day as another clock showed it then. */
    Instant asShownIn(ZoneId other, Instant at) {
        ZonedDateTime then = at.atZone(other);
        return atOrAfter(then.toLocalDate(), then.toLocalTime());
    }

    /** The same, later by as much as the clock was set forward where it never shows this. */
    Instant atOrAfter(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /**
     * By how much it is off UTC, where its hand alone does not tell which of two times is meant.
     */
    String offset(Instant at) {
        ZonedDateTime then = at.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(then.toLocalDateTime()).size() > 1;
        return twice ? "UTC" + then.getOffset().getId().replace("Z", "") : "";
    }
}
