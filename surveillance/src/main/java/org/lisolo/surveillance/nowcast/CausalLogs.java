package org.lisolo.surveillance.nowcast;

import java.time.LocalDate;

/**
 * The official figures on a log scale, and how they used to move at this time of the year. Each
 * value is made of figures up to its own week only. Immutable.
 */
final class CausalLogs {
    /** Weeks of the year before which no habit is told. */
    private static final int FIRST_HABIT = 60;

    /** Weeks before the one asked about that are its own season, not its past. */
    private static final int OWN_SEASON = 27;

    private static final int DAYS_APART = 3;
    private static final double DOUBT = 2;

    private final double[] logs;
    private final double[] zeroBelow;
    private final double[][] calendar;

    CausalLogs(WeeklyTable table, int horizons) {
        logs = new double[table.length()];
        zeroBelow = new double[table.length() + 1];
        takeLogs(table);
        calendar = new double[horizons][];
        for (int ahead = 1; ahead <= horizons; ahead++) {
            calendar[ahead - 1] = calendar(table, ahead);
        }
    }

    /** A figure of 0 is taken as half the smallest above 0 up to then. */
    private void takeLogs(WeeklyTable table) {
        double least = Double.POSITIVE_INFINITY;
        boolean zeros = false;
        for (int i = 0; i < logs.length; i++) {
            double figure = table.target(i);
            if (figure > 0) {
                least = Math.min(least, figure);
            }
            zeros |= figure == 0;
            double floor = Double.isInfinite(least) ? 0.5 : least / 2;
            logs[i] = Double.isNaN(figure) ? Double.NaN : Math.log(Math.max(figure, floor));
            zeroBelow[i + 1] = zeros ? floor * Math.sqrt(2) : 0;
        }
    }

    private double[] calendar(WeeklyTable table, int ahead) {
        int[] dayOfYear = new int[logs.length];
        for (int i = 0; i < logs.length; i++) {
            LocalDate week = table.week(i);
            dayOfYear[i] = week.getDayOfYear();
        }
        double[] habit = new double[logs.length];
        for (int i = FIRST_HABIT; i < logs.length; i++) {
            double sum = 0;
            int years = 0;
            for (int j = 1; j <= i - OWN_SEASON - (ahead - 1); j++) {
                int apart = Math.abs(dayOfYear[j] - dayOfYear[i]);
                if (Math.min(apart, 365 - apart) <= DAYS_APART) {
                    double moved = logs[j + ahead - 1] - logs[j - 1];
                    if (!Double.isNaN(moved)) {
                        sum += moved;
                        years++;
                    }
                }
            }
            habit[i] = sum / (years + DOUBT);
        }
        return habit;
    }

    /**
     * Below which a figure means 0 when a week is predicted: halfway, on the log scale, between
     * what a 0 is taken as and the smallest figure above 0; 0 where no 0 was before.
     */
    double zeroBelow(int week) {
        return zeroBelow[week];
    }

    double log(int week) {
        return logs[week];
    }

    /**
     * The mean change in earlier years from the week before this time of the year to {@code ahead}
     * − 1 weeks after it, drawn towards 0 as if two further years had seen none. Holidays move
     * counts every year in the same week, by fewer visits and later reports; sines and cosines miss
     * that.
     */
    double calendar(int week, int ahead) {
        return calendar[ahead - 1][week];
    }
}
