package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.score.DensityScores;
import org.lisolo.surveillance.score.PointScores;
import org.lisolo.surveillance.series.CsvTable;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Predictions by week and what came, as {@code nowcast signals} writes them. */
record WeekScores(Map<String, Week> weeks) {
    static final WeekScores NONE = new WeekScores(Map.of());
    private static final double NORMAL_95 = 1.959963984540054;

    WeekScores {
        weeks = Map.copyOf(weeks);
    }

    /** One week; limits are NaN where there are none. */
    record Week(double observed, double predicted, double lower, double upper) {
        /** The deviation of a normal distribution with this interval. */
        private double deviation() {
            return (upper - lower) / (2 * NORMAL_95);
        }
    }

    static WeekScores read(CsvTable table) {
        table.require("week", "observed", "predicted");
        boolean limits = table.has("lower95") && table.has("upper95");
        Map<String, Week> weeks = new TreeMap<>();
        while (table.hasNext()) {
            CsvTable.Row row = table.next();
            if (row.isMissing("observed") || row.isMissing("predicted")) {
                continue;
            }
            Week week =
                    new Week(
                            row.number("observed"),
                            row.number("predicted"),
                            limits ? limit(row, "lower95") : Double.NaN,
                            limits ? limit(row, "upper95") : Double.NaN);
            if (weeks.put(row.text("week"), week) != null) {
                throw row.problem("duplicate", "week " + row.text("week") + " is there twice");
            }
        }
        return new WeekScores(weeks);
    }

    private static double limit(CsvTable.Row row, String column) {
        return row.isMissing(column) ? Double.NaN : row.number(column);
    }

    WeekScores sharedWith(WeekScores other) {
        Map<String, Week> shared = new TreeMap<>(weeks);
        shared.keySet().retainAll(other.weeks().keySet());
        return new WeekScores(shared);
    }

    private double[] inOrder(ToDoubleFunction<Week> figure) {
        return new TreeMap<>(weeks).values().stream().mapToDouble(figure).toArray();
    }

    PointScores point() {
        return PointScores.of(inOrder(Week::observed), inOrder(Week::predicted));
    }

    double[] squaredErrors() {
        return inOrder(w -> (w.observed() - w.predicted()) * (w.observed() - w.predicted()));
    }

    double coverage() {
        return mean(w -> w.lower() <= w.observed() && w.observed() <= w.upper() ? 1 : 0);
    }

    double crps() {
        return mean(w -> DensityScores.crpsNormal(w.predicted(), w.deviation(), w.observed()));
    }

    double log() {
        return mean(w -> DensityScores.logNormal(w.predicted(), w.deviation(), w.observed()));
    }

    double dawidSebastiani() {
        return mean(w -> DensityScores.dawidSebastiani(w.predicted(), w.deviation(), w.observed()));
    }

    /** The mean over the weeks that have an interval. */
    private double mean(ToDoubleFunction<Week> score) {
        return weeks.values().stream()
                .filter(w -> w.upper() > w.lower())
                .mapToDouble(score)
                .average()
                .orElse(Double.NaN);
    }
}
