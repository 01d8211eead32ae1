package org.lisolo.surveillance.delay;

import org.lisolo.surveillance.Problem;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Reports by onset and delay, as known at the end of a day: row t is the t-th period since the
 * first onset, column x the delay in periods, and only cells with t + x at most {@link #last()} are
 * known. Immutable.
 */
public final class ReportingTriangle {
    private final LocalDate first;
    private final int days;
    private final int longest;
    private final int[][] counts;

    private ReportingTriangle(LocalDate first, int days, int longest, int[][] counts) {
        this.first = first;
        this.days = days;
        this.longest = longest;
        this.counts = counts;
    }

    /** What is done with reports later than the longest delay. */
    public enum Late {
        /** Counted with the longest delay, as R's nowcast does. */
        GATHERED,
        /** Left out: the target is what is reported within the longest delay. */
        LEFT_OUT
    }

    /**
     * The triangle as known at {@code now}.
     *
     * @param now the newest period; in a weekly list the day of the week its dates fall on
     * @param longest longest delay in periods, at least 1
     * @throws Problem if the list begins after {@code now} or less than {@code longest} periods
     *     before it
     */
    public static ReportingTriangle of(LineList list, LocalDate now, int longest, Late late) {
        LocalDate first =
                list.cases().stream()
                        .map(LineList.Case::onset)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(() -> new Problem("empty", "there is no case", ""));
        int days = list.days();
        long apart = ChronoUnit.DAYS.between(first, now);
        if (apart < 0) {
            throw new Problem("no-history", "the first onset, " + first + ", is after it", "now");
        }
        if (apart % days != 0) {
            throw new Problem(
                    "calendar",
                    "the list is weekly, on a " + first.getDayOfWeek() + "; " + now + " is not",
                    "now");
        }
        int last = Math.toIntExact(apart / days);
        if (longest > last) {
            throw new Problem(
                    "short-history",
                    "a longest delay of "
                            + longest
                            + " needs onsets from "
                            + now.minusDays((long) longest * days)
                            + ", and the first is of "
                            + first,
                    "max-delay");
        }
        int[][] counts = new int[last + 1][longest + 1];
        for (LineList.Case one : list.cases()) {
            if (one.report().isAfter(now)) {
                continue;
            }
            int onset = (int) (ChronoUnit.DAYS.between(first, one.onset()) / days);
            int delay = (int) (ChronoUnit.DAYS.between(one.onset(), one.report()) / days);
            if (delay <= longest || late == Late.GATHERED) {
                counts[onset][Math.min(delay, longest)]++;
            }
        }
        return new ReportingTriangle(first, days, longest, counts);
    }

    /** The same triangle as it was some periods earlier, for judging a method on its past. */
    ReportingTriangle asOf(int earlierLast) {
        int[][] known = new int[earlierLast + 1][longest + 1];
        for (int t = 0; t <= earlierLast; t++) {
            for (int x = 0; x <= Math.min(longest, earlierLast - t); x++) {
                known[t][x] = counts[t][x];
            }
        }
        return new ReportingTriangle(first, days, longest, known);
    }

    /** The number of the newest period; the first is 0. */
    public int last() {
        return counts.length - 1;
    }

    /** The longest delay, in periods. */
    public int longest() {
        return longest;
    }

    /** The day a period begins. */
    public LocalDate onset(int period) {
        return first.plusDays((long) period * days);
    }

    /** Reports of a period with this delay; 0 where they are not known yet. */
    public int count(int period, int delay) {
        return counts[period][delay];
    }

    /** Reports of a period with at most this delay. */
    public int upTo(int period, int delay) {
        int sum = 0;
        for (int x = 0; x <= delay; x++) {
            sum += counts[period][x];
        }
        return sum;
    }

    /** Reports of a period so far. */
    public int soFar(int period) {
        return upTo(period, longest);
    }

    /**
     * For each delay x the reports with just that delay, and those with at most it, over the
     * periods from {@code from} for which delay x is known.
     */
    Sums sums(int from) {
        double[] just = new double[longest + 1];
        double[] atMost = new double[longest + 1];
        for (int x = 0; x <= longest; x++) {
            for (int t = Math.max(0, from); t <= last() - x; t++) {
                just[x] += counts[t][x];
                atMost[x] += upTo(t, x);
            }
        }
        return new Sums(just, atMost);
    }

    /** Sums by delay over a moving window. */
    static final class Sums {
        private final double[] just;
        private final double[] atMost;

        private Sums(double[] just, double[] atMost) {
            this.just = just;
            this.atMost = atMost;
        }

        /** Reports with just this delay. */
        double just(int delay) {
            return just[delay];
        }

        /** Reports with at most this delay. */
        double atMost(int delay) {
            return atMost[delay];
        }
    }
}
