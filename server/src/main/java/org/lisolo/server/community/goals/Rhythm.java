package org.lisolo.server.community.goals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often somebody says how it goes. The names are stored. */
public enum Rhythm {
    DAY,
    WEEK;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The day itself, or the Monday of its week. */
    LocalDate of(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        };
    }

    LocalDate before(LocalDate day) {
        return switch (this) {
            case DAY -> day.minusDays(1);
            case WEEK -> of(day).minusWeeks(1);
        };
    }
}
