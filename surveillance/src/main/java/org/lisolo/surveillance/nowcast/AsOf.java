package org.lisolo.surveillance.nowcast;

/**
 * A table as it is known when week {@link #now()} is predicted: official figures to the week
 * before, signals to the week itself. Asking for more is an error of the program, so that no model
 * can look ahead, whatever stands in the file. Immutable.
 */
final class AsOf {
    private final CausalLogs logs;
    private final WeeklyTable table;
    private final int now;

    AsOf(WeeklyTable table, CausalLogs logs, int now) {
        this.table = table;
        this.logs = logs;
        this.now = now;
    }

    int now() {
        return now;
    }

    int signals() {
        return table.signalNames().size();
    }

    /** The log of an official figure before {@link #now()}; {@code NaN} where there is none. */
    double log(int week) {
        if (week >= now) {
            throw new IndexOutOfBoundsException("week " + week + " is not known at " + now);
        }
        return week < 0 ? Double.NaN : logs.log(week);
    }

    /** A signal's figure, of {@link #now()} at the latest; {@code NaN} where there is none. */
    double signal(int k, int week) {
        if (week > now) {
            throw new IndexOutOfBoundsException("week " + week + " is not known at " + now);
        }
        return week < 0 ? Double.NaN : table.signal(k, week);
    }

    /** What {@link CausalLogs#calendar} says at a week, of {@link #now()} at the latest. */
    double calendar(int week, int ahead) {
        if (week > now) {
            throw new IndexOutOfBoundsException("week " + week + " is not known at " + now);
        }
        return logs.calendar(week, ahead);
    }
}
