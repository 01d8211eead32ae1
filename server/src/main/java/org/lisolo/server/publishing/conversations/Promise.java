package org.lisolo.server.publishing.conversations;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Within how many hours a first answer is promised.
 *
 * @param hours of the clock, or of work where working hours are set
 * @param work when the promise runs; empty for always
 */
public record Promise(int hours, Optional<Work> work) {
    /** The house's own, until an organisation promises otherwise. */
    public static final Promise HOUSE = new Promise(24, Optional.empty());

    public static final int LONGEST = 240;

    /** Far enough for the longest promise of an organisation that works an hour a week. */
    private static final int DAYS_LOOKED_AT = 2_000;

    /**
     * Working hours.
     *
     * @param days at least one
     * @param closes after it opens, on the same day
     */
    public record Work(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        public Work {
            days = Set.copyOf(EnumSet.copyOf(days));
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException("closes before it opens");
            }
        }
    }

    /** Until when who asked then has an answer. */
    public Instant due(Instant asked, ZoneId zone) {
        Duration promised = Duration.ofHours(hours);
        return work.map(when -> due(asked.atZone(zone), promised, when))
                .orElseGet(() -> asked.plus(promised));
    }

    private static Instant due(ZonedDateTime asked, Duration promised, Work work) {
        Duration left = promised;
        ZonedDateTime from = asked;
        for (int day = 0; day < DAYS_LOOKED_AT; day++) {
            if (work.days().contains(from.getDayOfWeek())) {
                ZonedDateTime opens = from.with(work.opens());
                ZonedDateTime closes = from.with(work.closes());
                ZonedDateTime begins = from.isAfter(opens) ? from : opens;
                Duration open = Duration.between(begins, closes);
                if (open.compareTo(left) >= 0) {
                    return begins.plus(left).toInstant();
                }
                left = open.isNegative() ? left : left.minus(open);
            }
            from = from.toLocalDate().plusDays(1).atStartOfDay(from.getZone());
        }
        throw new IllegalStateException("no working hours in " + DAYS_LOOKED_AT + " days");
    }
}
