package org.lisolo.surveillance.nowcast;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CsvTable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weekly official figures and signals beside them, week after week without a gap. A figure that is
 * not there (not reported yet, or the signal did not exist) is {@code NaN}. Immutable.
 */
public final class WeeklyTable {
    private final LocalDate first;
    private final double[] target;
    private final List<String> signalNames;
    private final double[][] signals;

    private WeeklyTable(
            LocalDate first, double[] target, List<String> signalNames, double[][] signals) {
        this.first = first;
        this.target = target;
        this.signalNames = signalNames;
        this.signals = signals;
    }

    /** Which columns of a file are which. */
    public record Columns(String week, String target, List<String> signals) {
        public Columns {
            signals = List.copyOf(signals);
        }

        /** {@code week,target} and every further column a signal. */
        public static Columns plain(CsvTable table) {
            table.require("week", "target");
            return new Columns(
                    "week",
                    "target",
                    table.columns().stream()
                            .filter(c -> !c.equals("week") && !c.equals("target"))
                            .toList());
        }
    }

    /**
     * A table made in memory.
     *
     * @param first any day of the first week
     * @param target one figure a week, not negative, {@code NaN} where there is none
     * @param signals one array a signal, each as long as {@code target}
     */
    public static WeeklyTable of(
            LocalDate first, double[] target, List<String> names, double[][] signals) {
        double[][] copied = Arrays.stream(signals).map(double[]::clone).toArray(double[][]::new);
        return new WeeklyTable(first, target.clone(), List.copyOf(names), copied);
    }

    /**
     * Reads a file.
     *
     * @param mayLackWeeks whether weeks that are not in the file are weeks without figures; else
     *     they are a problem
     * @throws Problem naming file and line: a date or number that cannot be read, a negative
     *     target, weeks out of order, twice, missing, or not seven days apart
     */
    public static WeeklyTable read(CsvTable table, Columns columns, boolean mayLackWeeks) {
        table.require(columns.week(), columns.target());
        columns.signals().forEach(table::require);
        List<double[]> rows = new ArrayList<>();
        LocalDate first = LocalDate.EPOCH;
        while (table.hasNext()) {
            CsvTable.Row row = table.next();
            LocalDate week = week(row, columns.week());
            if (rows.isEmpty()) {
                first = week;
            }
            long at = place(row, first, week, rows.size(), mayLackWeeks);
            while (rows.size() < at) {
                rows.add(nothing(columns.signals().size()));
            }
            rows.add(figures(row, columns));
        }
        if (rows.isEmpty()) {
            throw new Problem("empty", "there is no week below the header", "");
        }
        return turned(first, rows, columns.signals());
    }

    private static LocalDate week(CsvTable.Row row, String column) {
        try {
            return LocalDate.parse(row.text(column));
        } catch (DateTimeException e) {
            throw row.problem("date", column + " is not a date of the form 2026-01-31");
        }
    }

    /** Where the week belongs, the first being 0. */
    private static long place(
            CsvTable.Row row, LocalDate first, LocalDate week, int before, boolean mayLackWeeks) {
        long days = ChronoUnit.DAYS.between(first, week);
        LocalDate expected = first.plusWeeks(before);
        if (week.equals(expected.minusWeeks(1)) && before > 0) {
            throw row.problem("duplicate", "week " + week + " is there twice");
        }
        if (week.isBefore(expected)) {
            throw row.problem(
                    "order",
                    "week " + week + " comes after " + expected.minusWeeks(1) + ": out of order");
        }
        if (days % 7 != 0) {
            throw row.problem(
                    "calendar",
                    "week " + week + " is not a whole number of weeks after the first, " + first);
        }
        if (days / 7 - before > 5300) {
            throw row.problem("gap", "week " + week + " is more than a century after the last");
        }
        if (days / 7 > before && !mayLackWeeks) {
            throw row.problem(
                    "gap",
                    "week "
                            + expected
                            + " is missing (a week without a figure is written with an empty one)");
        }
        return days / 7;
    }

    private static double[] nothing(int signals) {
        double[] nothing = new double[signals + 1];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    private static double[] figures(CsvTable.Row row, Columns columns) {
        double[] figures = nothing(columns.signals().size());
        if (!row.isMissing(columns.target())) {
            figures[0] = row.number(columns.target());
            if (figures[0] < 0) {
                throw row.problem("negative", columns.target() + " is below 0");
            }
        }
        for (int k = 1; k < figures.length; k++) {
            String signal = columns.signals().get(k - 1);
            if (!row.isMissing(signal)) {
                figures[k] = row.number(signal);
            }
        }
        return figures;
    }

    private static WeeklyTable turned(LocalDate first, List<double[]> rows, List<String> names) {
        double[] target = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[][] signals = new double[names.size()][];
        for (int k = 0; k < signals.length; k++) {
            int column = k + 1;
            signals[k] = rows.stream().mapToDouble(row -> row[column]).toArray();
        }
        return new WeeklyTable(first, target, names, signals);
    }

    /**
     * The table without the weeks in which nothing is known, the others moved together, as for
     * series that are kept in the season only. Its dates then only count rows.
     */
    public WeeklyTable closed() {
        int[] kept = IntStream.range(0, target.length).filter(this::hasFigure).toArray();
        double[][] closed = new double[signals.length][];
        for (int k = 0; k < closed.length; k++) {
            double[] signal = signals[k];
            closed[k] = Arrays.stream(kept).mapToDouble(i -> signal[i]).toArray();
        }
        double[] figures = Arrays.stream(kept).mapToDouble(i -> target[i]).toArray();
        return new WeeklyTable(first, figures, signalNames, closed);
    }

    private boolean hasFigure(int week) {
        return !Double.isNaN(target[week])
                || Arrays.stream(signals).anyMatch(signal -> !Double.isNaN(signal[week]));
    }

    /** How many weeks there are. */
    public int length() {
        return target.length;
    }

    /** The date by which the file names a week; the first is 0. */
    public LocalDate week(int at) {
        return first.plusWeeks(at);
    }

    /** The week a date names, which may lie outside the table. */
    public int at(LocalDate week) {
        long days = ChronoUnit.DAYS.between(first, week);
        if (days % 7 != 0) {
            throw new Problem(
                    "calendar", "is not a week of the file, whose first is " + first, "" + week);
        }
        return Math.toIntExact(days / 7);
    }

    /** The first week of the table on or after a day; {@link #length()} where there is none. */
    public int firstFrom(LocalDate day) {
        long days = ChronoUnit.DAYS.between(first, day);
        return Math.clamp(Math.ceilDiv(days, 7L), 0, length());
    }

    /** The last week of the table on or before a day; −1 where there is none. */
    public int lastUntil(LocalDate day) {
        long days = ChronoUnit.DAYS.between(first, day);
        return Math.clamp(Math.floorDiv(days, 7L), -1, length() - 1);
    }

    /** The official figure of a week, {@code NaN} where there is none. */
    public double target(int at) {
        return target[at];
    }

    /** All official figures. */
    public double[] target() {
        return target.clone();
    }

    public List<String> signalNames() {
        return signalNames;
    }

    /** A signal's figure of a week, {@code NaN} where there is none. */
    public double signal(int k, int at) {
        return signals[k][at];
    }

    /** All figures of a signal. */
    public double[] signal(int k) {
        return signals[k].clone();
    }
}
