package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.message.ChannelId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a rule would have caught.
 *
 * @param looked over how many messages, the newest of the period
 * @param from the time of receipt of the oldest of them
 * @param complete whether these were all of the period
 * @param caught how many of them match
 * @param days one entry a day that was looked at, the oldest first
 * @param zone in which the days are counted
 * @param examples the newest few
 */
public record Preview(
        int looked,
        Instant from,
        boolean complete,
        int caught,
        List<Day> days,
        ZoneId zone,
        List<Example> examples) {
    public Preview {
        days = List.copyOf(days);
        examples = List.copyOf(examples);
    }

    /** How many matched on one day in the organisation's zone. */
    public record Day(LocalDate date, int caught) {}

    /** A message that matches. */
    public record Example(ChannelId channel, String author, Instant receivedAt, Excerpt excerpt) {}

    /** When a day began. */
    public Instant start(int day) {
        return days.get(day).date().atStartOfDay(zone).toInstant();
    }

    public int busiestDay() {
        return days.stream().mapToInt(Day::caught).max().orElse(0);
    }

    /** Caught a day, to the nearest; 0 where it is less than one in two days. */
    public int aDay() {
        return days.isEmpty() ? 0 : (caught + days.size() / 2) / days.size();
    }
}
