package org.lisolo.surveillance.score;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CsvTable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quantile forecasts in the shape of the hubverse ({@code
 * reference_date,horizon,target,target_end_date,location,output_type,output_type_id,value}, columns
 * in any order, further ones ignored) and the figures that came. Rows that are not quantiles are
 * left out.
 */
public final class HubForecasts {
    private HubForecasts() {}

    /** What a forecast is about. */
    public record About(
            String reference, String target, String location, int horizon, LocalDate end) {}

    /** A place and the day its period ends. */
    public record Period(String location, LocalDate end) {}

    /**
     * A forecast held against what came.
     *
     * @param observed what came
     * @param quantiles levels in the set
     * @param wis weighted interval score
     * @param median the forecast's median
     * @param held50 whether the 50 % interval held it; {@code NaN} where the set has none, else 0
     *     or 1
     * @param held95 the same of the 95 % interval
     */
    public record Scored(
            About about,
            double observed,
            int quantiles,
            double wis,
            double median,
            double held50,
            double held95) {
        /** The median's absolute error. */
        public double absoluteError() {
            return Math.abs(observed - median);
        }
    }

    /** Reads forecasts; the same level twice, or a set that is not whole, names its line. */
    public static Map<About, QuantileForecast> read(CsvTable table) {
        table.require("horizon", "target_end_date", "output_type", "output_type_id", "value");
        Map<About, TreeMap<Double, Double>> gathered = new LinkedHashMap<>();
        Map<About, CsvTable.Row> firstRows = new LinkedHashMap<>();
        while (table.hasNext()) {
            CsvTable.Row row = table.next();
            if (!row.text("output_type").equals("quantile") || row.isMissing("value")) {
                continue;
            }
            About about = about(table, row);
            double level = row.number("output_type_id");
            if (level <= 0 || level >= 1) {
                throw row.problem("quantiles", "output_type_id must lie between 0 and 1");
            }
            firstRows.putIfAbsent(about, row);
            var quantiles = gathered.computeIfAbsent(about, _ -> new TreeMap<>());
            if (quantiles.put(level, row.number("value")) != null) {
                throw row.problem("duplicate", "level " + level + " of a forecast is there twice");
            }
        }
        Map<About, QuantileForecast> forecasts = new LinkedHashMap<>();
        gathered.forEach(
                (about, quantiles) -> {
                    try {
                        forecasts.put(about, QuantileForecast.of(quantiles, ""));
                    } catch (Problem problem) {
                        CsvTable.Row first = firstRows.get(about);
                        throw first == null
                                ? problem
                                : first.problem(
                                        problem.code(),
                                        problem.sentence() + " in the forecast that begins here");
                    }
                });
        return forecasts;
    }

    private static About about(CsvTable table, CsvTable.Row row) {
        double horizon = row.number("horizon");
        if (horizon != (int) horizon) {
            throw row.problem("not-whole", "horizon is not a whole number");
        }
        return new About(
                table.has("reference_date") ? row.text("reference_date") : "",
                table.has("target") ? row.text("target") : "",
                table.has("location") ? row.text("location") : "",
                (int) horizon,
                date(row, "target_end_date"));
    }

    /**
     * Reads what came: {@code date} (or {@code target_end_date} or {@code week}), {@code location}
     * where there are several, and {@code value} (or {@code observation}, {@code observed} or
     * {@code target}).
     */
    public static Map<Period, Double> readTruth(CsvTable table) {
        String date = first(table, "target_end_date", "date", "week");
        String value = first(table, "observation", "value", "observed", "target");
        Map<Period, Double> truth = new LinkedHashMap<>();
        while (table.hasNext()) {
            CsvTable.Row row = table.next();
            if (!row.isMissing(value)) {
                String location = table.has("location") ? row.text("location") : "";
                Period period = new Period(location, date(row, date));
                if (truth.put(period, row.number(value)) != null) {
                    throw row.problem("duplicate", "place and date are there twice");
                }
            }
        }
        return truth;
    }

    private static String first(CsvTable table, String... names) {
        for (String name : names) {
            if (table.has(name)) {
                return name;
            }
        }
        table.require(names[0]);
        return names[0];
    }

    private static LocalDate date(CsvTable.Row row, String column) {
        try {
            return LocalDate.parse(row.text(column));
        } catch (DateTimeException e) {
            throw row.problem("date", column + " is not a date of the form 2026-01-31");
        }
    }

    /** Scores the forecasts for which something came; the others are left out. */
    public static List<Scored> score(
            Map<About, QuantileForecast> forecasts, Map<Period, Double> truth) {
        List<Scored> scored = new ArrayList<>();
        forecasts.forEach(
                (about, forecast) -> {
                    Double came = truth.get(new Period(about.location(), about.end()));
                    if (came == null) {
                        came = truth.get(new Period("", about.end()));
                    }
                    if (came != null) {
                        scored.add(
                                new Scored(
                                        about,
                                        came,
                                        forecast.size(),
                                        forecast.weightedIntervalScore(came),
                                        forecast.median(),
                                        held(forecast, 0.5, came),
                                        held(forecast, 0.95, came)));
                    }
                });
        return scored;
    }

    private static double held(QuantileForecast forecast, double size, double came) {
        if (!forecast.hasInterval(size)) {
            return Double.NaN;
        }
        return forecast.holds(size, came) ? 1 : 0;
    }
}
