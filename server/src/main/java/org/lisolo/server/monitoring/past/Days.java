package org.lisolo.server.monitoring.past;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How many on each day.
 *
 * @param list the oldest first, without gaps
 * @param zone in which the days are counted
 */
public record Days(List<Day> list, ZoneId zone) {
    public Days {
        list = List.copyOf(list);
    }

    /** How many on one day. */
    public record Day(LocalDate date, int caught) {}

    /** All days from one moment to another, of which some have a count. */
    public static Days between(
            Instant from, Instant to, ZoneId zone, Map<LocalDate, Integer> counts) {
        return new Days(
                LocalDate.ofInstant(from, zone)
                        .datesUntil(LocalDate.ofInstant(to, zone).plusDays(1))
                        .map(date -> new Day(date, counts.getOrDefault(date, 0)))
                        .toList(),
                zone);
    }

    /** When a day began. */
    public Instant start(int day) {
        return list.get(day).date().atStartOfDay(zone).toInstant();
    }

    public int most() {
        return list.stream().mapToInt(Day::caught).max().orElse(0);
    }

    public int total() {
        return list.stream().mapToInt(Day::caught).sum();
    }

    /** A day's share, to the nearest; 0 where it is less than one in two days. */
    public int aDay() {
        return list.isEmpty() ? 0 : (total() + list.size() / 2) / list.size();
    }
}
