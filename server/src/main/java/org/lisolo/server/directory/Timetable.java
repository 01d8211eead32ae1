package org.lisolo.server.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opening times as PostgreSQL's ranges: the week in minutes, and the exceptions as times, all by
 * the clock of one zone. Where several times are joined that live by different clocks, the later
 * ones are moved by what the clocks differ now; that is exact where clocks don't change with the
 * season.
 */
record Timetable(ZoneId zone, String hours, String shut, String extra) {
    private static final int WEEK = 7 * OpenSpan.DAY;

    static Timetable of(List<OpeningTimes> several, Instant now) {
        ZoneId zone = several.getFirst().zone();
        Set<LocalDate> affected = affected(several, LocalDate.ofInstant(now, zone).minusDays(1));
        List<String> hours = new ArrayList<>();
        List<String> shut = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        for (OpeningTimes times : several) {
            int shift = minutesBetween(times.zone(), zone, now);
            week(times, shift, hours);
            for (LocalDate day : affected) {
                times.usual(day).forEach(span -> shut.add(range(day, span, shift)));
                times.on(day).forEach(span -> extra.add(range(day, span, shift)));
            }
        }
        return new Timetable(zone, ranges(hours), ranges(shut), ranges(extra));
    }

    /**
     * The days that are different, and those beside them, whose nights may reach in: on these,
     * every span is told as a time of its own.
     */
    private static Set<LocalDate> affected(List<OpeningTimes> all, LocalDate yesterday) {
        Set<LocalDate> affected = new TreeSet<>();
        for (OpeningTimes times : all) {
            for (SpecialDays days : times.special()) {
                LocalDate from = days.first().isBefore(yesterday) ? yesterday : days.first();
                LocalDate to = days.last().plusDays(1);
                for (LocalDate day = from.minusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
                    affected.add(day);
                }
            }
        }
        return affected;
    }

    private static int minutesBetween(ZoneId from, ZoneId to, Instant now) {
        return (to.getRules().getOffset(now).getTotalSeconds()
                        - from.getRules().getOffset(now).getTotalSeconds())
                / 60;
    }

    private static void week(OpeningTimes times, int shift, List<String> hours) {
        times.week()
                .forEach(
                        (day, spans) -> {
                            int midnight = (day.getValue() - 1) * OpenSpan.DAY + shift;
                            spans.forEach(
                                    span ->
                                            add(
                                                    Math.floorMod(midnight + span.opens(), WEEK),
                                                    span.closes() - span.opens(),
                                                    hours));
                        });
    }

    /** Sunday's night goes on at the week's beginning. */
    private static void add(int from, int length, List<String> hours) {
        int to = from + length;
        hours.add("[" + from + "," + Math.min(to, WEEK) + ")");
        if (to > WEEK) {
            hours.add("[0," + (to - WEEK) + ")");
        }
    }

    private static String range(LocalDate day, OpenSpan span, int shift) {
        LocalDateTime midnight = day.atStartOfDay().plusMinutes(shift);
        return "["
                + midnight.plusMinutes(span.opens())
                + ","
                + midnight.plusMinutes(span.closes())
                + ")";
    }

    private static String ranges(List<String> ranges) {
        return "{" + String.join(",", ranges) + "}";
    }
}
