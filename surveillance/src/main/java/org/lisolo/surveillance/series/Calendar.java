package org.lisolo.surveillance.series;

import org.lisolo.surveillance.Problem;

/**
 * How the periods of a series lie in the year.
 *
 * @param frequency periods a year: 52 for weeks, 12 for months, 365 for days, or any other number
 *     from 1 on
 * @param startYear the year of the first period
 * @param startPeriod the place of the first period in its year, from 1
 * @param dated whether each row's own date says where it lies (so that the same week of another
 *     year is found by date, and a year may have 53 weeks), or only the count of periods
 */
public record Calendar(int frequency, int startYear, int startPeriod, boolean dated) {
    public Calendar {
        if (frequency < 1) {
            throw new Problem("calendar", "the frequency must be at least 1", "freq");
        }
        if (startPeriod < 1 || startPeriod > frequency) {
            throw new Problem(
                    "calendar",
                    "the first period must be between 1 and " + frequency + ", not " + startPeriod,
                    "start");
        }
        if (dated && frequency != 52 && frequency != 12 && frequency != 365) {
            throw new Problem("calendar", "dates are for weekly, monthly or daily series", "freq");
        }
    }

    /** Weeks counted without dates from the first week of a year. */
    public static Calendar weekly(int startYear) {
        return new Calendar(52, startYear, 1, false);
    }

    /**
     * The year and period of a position (from 1), as people write it, for example {@code 1994-13}.
     */
    public String period(int position) {
        int periods = Math.floorMod(startPeriod + position - 2, frequency);
        int year = startYear + Math.floorDiv(startPeriod + position - 2, frequency);
        return year + "-" + (periods + 1);
    }
}
