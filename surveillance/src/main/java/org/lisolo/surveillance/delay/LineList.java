package org.lisolo.surveillance.delay;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CsvTable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cases with the day each began and the day it was reported. Where all dates fall on the same day
 * of the week the list is weekly, and delays count weeks; otherwise days. Immutable.
 *
 * @param cases in the order they were read
 * @param days days to a period: 1 or 7
 */
public record LineList(List<Case> cases, int days) {

    /** One case; reported on the day it began or later. */
    public record Case(LocalDate onset, LocalDate report) {}

    public LineList {
        cases = List.copyOf(cases);
    }

    /** A list, its pace told by its dates. */
    public static LineList of(List<Case> cases) {
        boolean weekly =
                cases.stream()
                                .flatMap(c -> java.util.stream.Stream.of(c.onset(), c.report()))
                                .map(LocalDate::getDayOfWeek)
                                .distinct()
                                .limit(2)
                                .count()
                        < 2;
        return new LineList(cases, weekly ? 7 : 1);
    }

    /**
     * Reads {@code onset,report} and ignores further columns. A case without onset or without
     * report (empty or NA) is left out.
     *
     * @throws Problem naming file and line where a date cannot be read or a report comes before its
     *     onset
     */
    public static LineList read(CsvTable table) {
        table.require("onset", "report");
        List<Case> cases = new ArrayList<>();
        while (table.hasNext()) {
            CsvTable.Row row = table.next();
            if (row.isMissing("onset") || row.isMissing("report")) {
                continue;
            }
            LocalDate onset = date(row, "onset");
            LocalDate report = date(row, "report");
            if (report.isBefore(onset)) {
                throw row.problem(
                        "order", "the report of " + report + " comes before the onset of " + onset);
            }
            cases.add(new Case(onset, report));
        }
        return of(cases);
    }

    private static LocalDate date(CsvTable.Row row, String column) {
        try {
            return LocalDate.parse(row.text(column));
        } catch (DateTimeException e) {
            throw row.problem("date", column + " is not a date of the form 2026-01-31");
        }
    }
}
