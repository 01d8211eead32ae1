package org.lisolo.surveillance.series;

import java.time.LocalDate;

/**
 * The period of a dated series, and steps in time as R's {@code seq.Date} takes them: a day that a
 * month does not have runs over into the next month (29 February less a year is 1 March).
 */
public enum Epoch {
    DAY,
    WEEK,
    MONTH;

    /** The period of 365, 52 or 12 to the year. */
    public static Epoch of(int frequency) {
        return switch (frequency) {
            case 365 -> DAY;
            case 52 -> WEEK;
            case 12 -> MONTH;
            default -> throw new IllegalArgumentException("no epoch of frequency " + frequency);
        };
    }

    public String word() {
        return switch (this) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
        };
    }

    /** The day {@code periods} later, or earlier where negative. */
    public LocalDate step(LocalDate from, int periods) {
        return switch (this) {
            case DAY -> from.plusDays(periods);
            case WEEK -> from.plusDays(7L * periods);
            case MONTH -> onDayOf(from.withDayOfMonth(1).plusMonths(periods), from);
        };
    }

    /** The same day of the calendar, years before. */
    public static LocalDate yearsBefore(LocalDate from, int years) {
        return onDayOf(from.withDayOfMonth(1).minusYears(years), from);
    }

    private static LocalDate onDayOf(LocalDate first, LocalDate day) {
        return first.plusDays(day.getDayOfMonth() - 1L);
    }
}
