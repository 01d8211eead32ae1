package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CountSeries;

/** Checks that are the same for every detector. */
final class Ranges {
    private Ranges() {}

    static void check(CountSeries series, int from, int to) {
        if (from > to) {
            throw new Problem("range", "from " + from + " is after to " + to, "range");
        }
        if (from < 1 || to > series.length()) {
            throw new Problem(
                    "range",
                    from
                            + " to "
                            + to
                            + " is not within the series, which has the indices 1 to "
                            + series.length(),
                    "range");
        }
    }

    /** Stops unless every position from {@code first} (from 1) to {@code last} has a count. */
    static void needCounts(CountSeries series, int first, int last, String method) {
        for (int at = Math.max(1, first); at <= last; at++) {
            if (Double.isNaN(series.observed(at))) {
                throw new Problem(
                        "missing-report",
                        method
                                + " needs a count in every period and there is none for "
                                + series.period(at),
                        "index " + at);
            }
        }
    }

    /**
     * A history that begins too late.
     *
     * @param missing the earliest position needed, below 1
     */
    static Problem tooShort(CountSeries series, int position, int missing, String remedy) {
        String first = series.calendar().period(missing);
        String last = series.calendar().period(0);
        String periods =
                first.equals(last) ? "the period " + first + " is" : first + " to " + last + " are";
        return new Problem(
                "history",
                "the history is too short: " + periods + " needed and not there; " + remedy,
                "index " + position);
    }
}
