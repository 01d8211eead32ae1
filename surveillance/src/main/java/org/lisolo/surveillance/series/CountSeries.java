package org.lisolo.surveillance.series;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A series of counts, one a period, complete in its periods: a period without a report is there and
 * holds {@code NaN}. Positions are counted from 1, as in the files and in R. Immutable.
 */
public final class CountSeries {
    private final String name;
    private final Calendar calendar;
    private final double[] observed;
    private final double[] population;
    private final long[] epochDays;

    private CountSeries(
            String name,
            Calendar calendar,
            double[] observed,
            double[] population,
            long[] epochDays) {
        this.name = name;
        this.calendar = calendar;
        this.observed = observed;
        this.population = population;
        this.epochDays = epochDays;
    }

    /**
     * A series without dates or populations.
     *
     * @param observed counts, {@code NaN} where there was no report
     */
    public static CountSeries of(String name, Calendar calendar, double[] observed) {
        double[] population = new double[observed.length];
        Arrays.fill(population, 1);
        return new CountSeries(name, calendar, observed.clone(), population, new long[0]);
    }

    /**
     * A series with populations, and with dates where the calendar has them.
     *
     * @param observed counts, {@code NaN} where there was no report
     * @param population people or a fraction of people, above 0, as long as {@code observed}
     * @param epochDays the day each period begins (days since 1970-01-01), as long as {@code
     *     observed}, or empty where the calendar is not dated
     */
    public static CountSeries of(
            String name,
            Calendar calendar,
            double[] observed,
            double[] population,
            long[] epochDays) {
        if (population.length != observed.length
                || epochDays.length != (calendar.dated() ? observed.length : 0)) {
            throw new IllegalArgumentException("columns of different length");
        }
        return new CountSeries(
                name, calendar, observed.clone(), population.clone(), epochDays.clone());
    }

    /** The name in a file of many series; empty where the file holds one. */
    public String name() {
        return name;
    }

    public Calendar calendar() {
        return calendar;
    }

    public int length() {
        return observed.length;
    }

    /** The count at a position from 1; {@code NaN} where there was no report. */
    public double observed(int position) {
        return observed[position - 1];
    }

    /** All counts, the first position first. */
    public double[] observed() {
        return observed.clone();
    }

    public double[] population() {
        return population.clone();
    }

    /** The days the periods begin, empty where the calendar is not dated. */
    public long[] epochDays() {
        return epochDays.clone();
    }

    /** The date of a position from 1, where the calendar is dated. */
    public Optional<LocalDate> date(int position) {
        return calendar.dated()
                ? Optional.of(LocalDate.ofEpochDay(epochDays[position - 1]))
                : Optional.empty();
    }

    /** The period as people name it: its date, or year and period. */
    public String period(int position) {
        return position >= 1 && position <= length() && calendar.dated()
                ? LocalDate.ofEpochDay(epochDays[position - 1]).toString()
                : calendar.period(position);
    }
}
