package org.lisolo.server.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which backups stay: the newest of each of the last days, weeks and months that have one, and
 * always the newest of all.
 *
 * @param zone in which a day begins
 */
record Retention(int days, int weeks, int months, ZoneId zone) {
    /** Those of the given moments whose backups can go. Without any nothing can. */
    Set<Instant> surplus(Collection<Instant> good) {
        List<Instant> newestFirst = good.stream().sorted(Comparator.reverseOrder()).toList();
        Set<Instant> stay = new HashSet<>(newestFirst.stream().limit(1).toList());
        stay.addAll(newestOfEach(newestFirst, days, this::day));
        stay.addAll(newestOfEach(newestFirst, weeks, this::week));
        stay.addAll(newestOfEach(newestFirst, months, at -> YearMonth.from(day(at))));
        Set<Instant> surplus = new HashSet<>(newestFirst);
        surplus.removeAll(stay);
        return surplus;
    }

    private static Set<Instant> newestOfEach(
            List<Instant> newestFirst, int most, Function<Instant, Object> span) {
        Set<Instant> newest = new HashSet<>();
        Set<Object> spans = new HashSet<>();
        for (Instant at : newestFirst) {
            if (spans.size() < most && spans.add(span.apply(at))) {
                newest.add(at);
            }
        }
        return newest;
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private String week(Instant at) {
        LocalDate day = day(at);
        return day.get(IsoFields.WEEK_BASED_YEAR)
                + "-"
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
