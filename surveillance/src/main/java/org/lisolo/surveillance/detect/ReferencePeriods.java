package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CountSeries;
import org.lisolo.surveillance.series.Epoch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/** The same time of earlier years: by counting periods, or by date where the series has dates. */
final class ReferencePeriods {
    private ReferencePeriods() {}

    /** What a trend runs over: positions, or dates in units of the first step. */
    static double[] times(CountSeries series) {
        int n = series.length();
        double[] times = new double[n];
        long[] days = series.epochDays();
        double unit = days.length > 1 ? days[1] - days[0] : 1;
        for (int i = 0; i < n; i++) {
            times[i] = days.length == 0 ? i + 1 : (days[i] - days[0]) / unit;
        }
        return times;
    }

    /**
     * Positions (from 1) of the same time 0 to {@code b} years before a position.
     *
     * @throws Problem where the series does not reach back so far
     */
    static int[] yearly(CountSeries series, long[] days, int position, int b, int w) {
        int frequency = series.calendar().frequency();
        int[] reference = new int[b + 1];
        reference[0] = position;
        for (int year = 1; year <= b; year++) {
            if (days.length == 0) {
                reference[year] = position - year * frequency;
            } else {
                reference[year] = byDate(series, days, position, year);
            }
        }
        if (reference[b] < 1 || reference[b] < w) {
            throw Ranges.tooShort(
                    series, position, reference[b] - w, "use a smaller b or a later range");
        }
        return reference;
    }

    private static int byDate(CountSeries series, long[] days, int position, int year) {
        LocalDate now = LocalDate.ofEpochDay(days[position - 1]);
        LocalDate wanted = Epoch.yearsBefore(now, year);
        if (series.calendar().frequency() == 52) {
            wanted = nearest(wanted, now.getDayOfWeek());
        }
        int at = Arrays.binarySearch(days, wanted.toEpochDay());
        if (at >= 0) {
            return at + 1;
        }
        throw new Problem(
                "history",
                "the period that begins on "
                        + wanted
                        + " ("
                        + year
                        + (year == 1 ? " year" : " years")
                        + " earlier) is needed and not there; use a smaller b or a later range",
                "index " + position);
    }

    /**
     * The day of the week closest to a date; counted from Sunday, so that the first candidate lies
     * in the same week and the other a week before or after it.
     */
    private static LocalDate nearest(LocalDate date, DayOfWeek day) {
        LocalDate first = date.minusDays(date.getDayOfWeek().getValue() % 7 - day.getValue() % 7);
        LocalDate second = first.isAfter(date) ? first.minusDays(7) : first.plusDays(7);
        long apart = Math.abs(first.toEpochDay() - date.toEpochDay());
        return apart > Math.abs(second.toEpochDay() - date.toEpochDay()) ? second : first;
    }
}
