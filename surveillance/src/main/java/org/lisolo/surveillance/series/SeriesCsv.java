package org.lisolo.surveillance.series;

import java.io.Reader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads series of counts from CSV: {@code index,observed[,population][,date]}, with {@code series}
 * before them where a file holds many, further columns ignored. The index runs from 1 without gaps;
 * an empty count or {@code NA} is a period without a report. Rows of one series stand together, so
 * only one series is in memory at a time. Not safe for use by several threads.
 */
public final class SeriesCsv implements Iterator<CountSeries>, AutoCloseable {
    private final CsvTable table;
    private final Calendar calendar;
    private final boolean many;
    private final boolean populated;
    private final Set<String> seen = new HashSet<>();
    private Optional<CsvTable.Row> ahead;

    private SeriesCsv(CsvTable table, Calendar calendar) {
        this.table = table;
        this.calendar = calendar;
        table.require("index", "observed");
        if (calendar.dated()) {
            table.require("date");
        }
        this.many = table.has("series");
        this.populated = table.has("population");
        this.ahead = following();
    }

    public static SeriesCsv open(Path file, Calendar calendar) {
        return new SeriesCsv(CsvTable.open(file), calendar);
    }

    /**
     * Reads from anything that gives characters.
     *
     * @param source what to call it in problems
     */
    public static SeriesCsv read(Reader characters, String source, Calendar calendar) {
        return new SeriesCsv(CsvTable.read(characters, source), calendar);
    }

    /** Whether the file names its series. */
    public boolean many() {
        return many;
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public CountSeries next() {
        CsvTable.Row row = ahead.orElseThrow();
        String name = many ? row.text("series") : "";
        if (!seen.add(name)) {
            throw row.problem("series", "series " + name + " comes a second time");
        }
        List<Period> periods = new ArrayList<>();
        while (true) {
            periods.add(period(row, periods));
            ahead = following();
            if (ahead.isEmpty() || (many && !ahead.get().text("series").equals(name))) {
                return series(name, periods);
            }
            row = ahead.get();
        }
    }

    private Optional<CsvTable.Row> following() {
        return table.hasNext() ? Optional.of(table.next()) : Optional.empty();
    }

    private CountSeries series(String name, List<Period> periods) {
        double[] observed = periods.stream().mapToDouble(Period::observed).toArray();
        double[] population = periods.stream().mapToDouble(Period::population).toArray();
        long[] days =
                calendar.dated() ? periods.stream().mapToLong(Period::day).toArray() : new long[0];
        return CountSeries.of(name, calendar, observed, population, days);
    }

    private Period period(CsvTable.Row row, List<Period> before) {
        checkIndex(row, before.size());
        double observed = row.isMissing("observed") ? Double.NaN : row.whole("observed", 0);
        double population = 1;
        if (populated && !row.isMissing("population")) {
            population = row.number("population");
            if (population < 0) {
                throw row.problem("negative", "population is below 0");
            }
        }
        long day = calendar.dated() ? day(row, before) : 0;
        return new Period(observed, population, day);
    }

    private static void checkIndex(CsvTable.Row row, int before) {
        int index = row.whole("index", 1);
        int expected = before + 1;
        if (index == expected) {
            return;
        }
        if (before == 0) {
            throw row.problem("order", "the first index is " + index + ", not 1");
        }
        if (index == before) {
            throw row.problem("duplicate", "index " + index + " is there twice");
        }
        if (index < before) {
            throw row.problem(
                    "order",
                    "index " + index + " comes after " + before + ": rows are out of order");
        }
        throw row.problem(
                "gap",
                (index == expected + 1
                                ? "index " + expected + " is missing"
                                : "the indices " + expected + " to " + (index - 1) + " are missing")
                        + " (a period without a report is written with an empty count)");
    }

    private long day(CsvTable.Row row, List<Period> before) {
        LocalDate date;
        try {
            date = LocalDate.parse(row.text("date"));
        } catch (DateTimeException e) {
            throw row.problem("date", "date is not of the form 2026-01-31");
        }
        if (!before.isEmpty()) {
            LocalDate last = LocalDate.ofEpochDay(before.getLast().day());
            if (!follows(last, date)) {
                throw row.problem(
                        "date",
                        "date "
                                + date
                                + " does not follow "
                                + last
                                + " by one "
                                + Epoch.of(calendar.frequency()).word());
            }
        }
        return date.toEpochDay();
    }

    private boolean follows(LocalDate last, LocalDate date) {
        return switch (Epoch.of(calendar.frequency())) {
            case DAY -> date.equals(last.plusDays(1));
            case WEEK -> date.equals(last.plusDays(7));
            case MONTH ->
                    date.getYear() * 12 + date.getMonthValue()
                            == last.getYear() * 12 + last.getMonthValue() + 1;
        };
    }

    @Override
    public void close() {
        table.close();
    }

    private record Period(double observed, double population, long day) {}
}
