package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.campaign.InterruptedSeries;
import org.lisolo.surveillance.campaign.InterruptedSeries.Effect;
import org.lisolo.surveillance.campaign.InterruptedSeries.Estimate;
import org.lisolo.surveillance.campaign.InterruptedSeries.Placebos;
import org.lisolo.surveillance.series.CsvTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** {@code lisolo its}: what a campaign changed. */
@Command(
        name = "its",
        mixinStandardHelpOptions = true,
        description = {
            "What a campaign changed: predicts from the time before it what would have come (level,"
                + " trend, yearly waves, control series, autocorrelated errors) and holds what came"
                + " against it; then does the same at every earlier date without a campaign"
                + " (placebo).",
            "Reads date,observed[,control…], one row a period, complete; writes"
                    + " figure,value,lower,upper,remark."
        },
        footer = {
            "",
            "Example:",
            "  lisolo its --start 2012-05-28 --end 2012-06-10 --year 52.18 --season 1 calls.csv"
        })
public final class Its implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--start",
            required = true,
            paramLabel = "DATE",
            description = "The first day of the campaign")
    private LocalDate start = LocalDate.EPOCH;

    @Option(
            names = "--end",
            paramLabel = "DATE",
            description = "Its last day (default: the last there is)")
    private LocalDate end = LocalDate.MAX;

    @Option(
            names = "--year",
            paramLabel = "N",
            description = "Periods to a year (default: ${DEFAULT-VALUE}, weeks)")
    private double year = 52.18;

    @Option(
            names = "--season",
            paramLabel = "PAIRS",
            description = "Yearly waves to allow for, 0 to 4 (default: ${DEFAULT-VALUE})")
    private int pairs;

    @Mixin private final Threads threads = new Threads();

    @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input")
    private String file = "";

    @Override
    public Integer call() {
        return Problems.told(spec, this::estimate);
    }

    private void estimate() {
        if (!(year >= 1 && year <= 1e6) || pairs < 0 || pairs > 4) {
            throw new Problem(
                    "control", "--year must be 1 to 1000000 and --season 0 to 4", "options");
        }
        Rows read = CsvFiles.read(file, Rows::read);
        int from = read.firstFrom(start);
        int to = read.firstFrom(end.equals(LocalDate.MAX) ? end : end.plusDays(1)) - 1;
        if (to < from) {
            throw new Problem("range", "no period of the file lies in the campaign", "--start");
        }
        InterruptedSeries series =
                new InterruptedSeries(read.observed(), read.controls(), year, pairs);
        Effect effect = series.effect(from, to);
        List<Double> elsewhere = new ArrayList<>();
        threads.inOrder(
                series.placeboStarts(from, to).iterator(),
                at -> series.effect(at, at + to - from).effect().value(),
                elsewhere::add);
        Placebos placebos = Placebos.of(effect, elsewhere);
        CsvFiles.write(
                spec,
                List.of("figure", "value", "lower", "upper", "remark"),
                rows -> {
                    rows.accept(plain("mean_observed", effect.meanObserved(), ""));
                    rows.accept(
                            plain(
                                    "mean_expected",
                                    effect.meanExpected(),
                                    "without the campaign, from the " + from + " periods before"));
                    rows.accept(row("effect", effect.effect(), "mean difference a period"));
                    rows.accept(row("effect_percent", effect.percent(), ""));
                    rows.accept(row("effect_total", effect.total(), ""));
                    rows.accept(plain("autocorrelation", effect.autocorrelation(), ""));
                    placebos(placebos, effect, rows);
                    if (to == read.observed().length - 1 && to - from >= 5) {
                        List<Estimate> changes = series.changes(from);
                        rows.accept(row("level_change", changes.getFirst(), "at the start"));
                        rows.accept(row("slope_change", changes.getLast(), "a period"));
                    }
                });
    }

    private static void placebos(Placebos placebos, Effect effect, Consumer<List<String>> rows) {
        List<Double> sorted = placebos.effects().stream().sorted().toList();
        if (sorted.isEmpty()) {
            rows.accept(plain("placebo_dates", 0, "too little time before the campaign"));
            return;
        }
        int last = sorted.size() - 1;
        rows.accept(plain("placebo_dates", sorted.size(), ""));
        rows.accept(
                row(
                        "placebo_effect",
                        new Estimate(
                                sorted.get(last / 2),
                                sorted.get((int) Math.round(0.025 * last)),
                                sorted.get((int) Math.round(0.975 * last))),
                        "median and 95 % of the effects where there was no campaign"));
        boolean apart = effect.effect().lower() > 0 || effect.effect().upper() < 0;
        rows.accept(
                plain(
                        "placebo_p",
                        placebos.pValue(),
                        apart && placebos.pValue() <= 0.05
                                ? "an effect is shown"
                                : "no effect is shown"));
    }

    private static List<String> plain(String figure, double value, String remark) {
        return List.of(figure, Figures.text(value), "", "", remark);
    }

    private static List<String> row(String figure, Estimate estimate, String remark) {
        return List.of(
                figure,
                Figures.text(estimate.value()),
                Figures.text(estimate.lower()),
                Figures.text(estimate.upper()),
                remark);
    }

    /** The file: dates rise by equal steps, or by calendar months. */
    private static final class Rows {
        private final List<LocalDate> dates = new ArrayList<>();
        private final List<double[]> figures = new ArrayList<>();

        static Rows read(CsvTable table) {
            table.require("date", "observed");
            List<String> columns = new ArrayList<>(table.columns());
            columns.removeAll(List.of("date", "observed"));
            columns.addFirst("observed");
            Rows rows = new Rows();
            while (table.hasNext()) {
                CsvTable.Row row = table.next();
                rows.dates.add(rows.date(row));
                rows.figures.add(columns.stream().mapToDouble(row::number).toArray());
            }
            if (rows.dates.isEmpty()) {
                throw new Problem("empty", "there is no period below the header", "");
            }
            return rows;
        }

        private LocalDate date(CsvTable.Row row) {
            LocalDate date;
            try {
                date = LocalDate.parse(row.text("date"));
            } catch (DateTimeException e) {
                throw row.problem("date", "date is not of the form 2026-01-31");
            }
            int n = dates.size();
            if (n > 0 && !date.isAfter(dates.getLast())) {
                throw row.problem("order", "date " + date + " does not come after the one before");
            }
            if (n > 1) {
                LocalDate before = dates.getLast();
                LocalDate first = dates.get(n - 2);
                boolean evenly =
                        date.toEpochDay() - before.toEpochDay()
                                == before.toEpochDay() - first.toEpochDay();
                boolean monthly =
                        date.equals(before.plusMonths(1)) && before.equals(first.plusMonths(1));
                if (!evenly && !monthly) {
                    throw row.problem("gap", "date " + date + " is not one period after " + before);
                }
            }
            return date;
        }

        int firstFrom(LocalDate day) {
            int at = 0;
            while (at < dates.size() && dates.get(at).isBefore(day)) {
                at++;
            }
            return at;
        }

        double[] observed() {
            return column(0);
        }

        List<double[]> controls() {
            List<double[]> controls = new ArrayList<>();
            for (int k = 1; k < figures.getFirst().length; k++) {
                controls.add(column(k));
            }
            return controls;
        }

        private double[] column(int k) {
            return figures.stream().mapToDouble(row -> row[k]).toArray();
        }
    }
}
