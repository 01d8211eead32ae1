package org.lisolo.server.directory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When doors are open, by the clock on the wall there: the hours of the week, and days that are
 * different. A night belongs to the day on which it began.
 */
public record OpeningTimes(
        Map<DayOfWeek, List<OpenSpan>> week, List<SpecialDays> special, ZoneId zone) {
    private static final int LOOK_AHEAD = 60;

    public OpeningTimes {
        week = Map.copyOf(week);
        special = List.copyOf(special);
    }

    static OpeningTimes none(ZoneId zone) {
        return new OpeningTimes(Map.of(), List.of(), zone);
    }

    /** Whether nothing is known of the hours. */
    public boolean isEmpty() {
        return week.values().stream().allMatch(List::isEmpty);
    }

    List<OpenSpan> on(LocalDate day) {
        return specialOn(day).map(SpecialDays::spans).orElseGet(() -> usual(day));
    }

    List<OpenSpan> usual(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    Optional<SpecialDays> specialOn(LocalDate day) {
        return special.stream().filter(days -> days.covers(day)).findFirst();
    }

    public boolean isOpen(Instant moment) {
        return doors(moment) instanceof Doors.Open;
    }

    /** How the doors stand at a moment. */
    public Doors doors(Instant moment) {
        LocalDateTime now = moment.atZone(zone).toLocalDateTime();
        if (isEmpty() && special.stream().allMatch(days -> days.spans().isEmpty())) {
            return new Doors.Unknown();
        }
        List<Period> periods = periods(now.toLocalDate());
        for (Period period : periods) {
            if (now.isBefore(period.from())) {
                return new Doors.Closed(Optional.of(period.from()));
            }
            if (now.isBefore(period.to())) {
                boolean ends = Duration.between(now, period.to()).toDays() < 7;
                return new Doors.Open(ends ? Optional.of(period.to()) : Optional.empty());
            }
        }
        return new Doors.Closed(Optional.empty());
    }

    /** From yesterday, whose night may not be over, on; what touches is one. */
    private List<Period> periods(LocalDate today) {
        List<Period> periods = new ArrayList<>();
        for (int day = -1; day <= LOOK_AHEAD; day++) {
            LocalDate date = today.plusDays(day);
            for (OpenSpan span : on(date)) {
                Period next = Period.of(date, span);
                Period last = periods.isEmpty() ? null : periods.getLast();
                if (last != null && !next.from().isAfter(last.to())) {
                    LocalDateTime to = last.to().isAfter(next.to()) ? last.to() : next.to();
                    periods.set(periods.size() - 1, new Period(last.from(), to));
                } else {
                    periods.add(next);
                }
            }
        }
        return periods;
    }

    /** A span on its day. */
    record Period(LocalDateTime from, LocalDateTime to) {
        static Period of(LocalDate day, OpenSpan span) {
            LocalDateTime midnight = day.atStartOfDay();
            return new Period(
                    midnight.plusMinutes(span.opens()), midnight.plusMinutes(span.closes()));
        }
    }
}
