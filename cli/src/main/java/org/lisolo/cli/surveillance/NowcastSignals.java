package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.nowcast.NowcastMethod;
import org.lisolo.surveillance.nowcast.Nowcasts;
import org.lisolo.surveillance.nowcast.WeekForecast;
import org.lisolo.surveillance.nowcast.WeeklyTable;
import org.lisolo.surveillance.score.QuantileForecast;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code lisolo nowcast signals}: this week's figure before it is reported. */
@Command(
        name = "signals",
        mixinStandardHelpOptions = true,
        description = {
            "Predicts each week's official figure from the figures to the week before and the"
                + " signals (searches, posts, page views) to the week itself, as if each week were"
                + " today; nothing after it is looked at.",
            "Reads week,target[,signal…] (weeks as dates seven days apart; a figure that is not"
                + " there is empty or NA); writes week,observed,predicted,lower95,upper95, or with"
                + " --hubverse 23 quantiles by horizon in the hubverse's columns."
        },
        footer = {
            "",
            "Example:",
            "  lisolo nowcast signals --method lisolo --window 104 --from 2013-10-05 --to"
                    + " 2014-05-17 flu.csv"
        })
public final class NowcastSignals implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            description =
                    "persistence (last week), ar (seasonal autoregression), argo (lasso on 52 lags"
                            + " and signals) or lisolo (ours)")
    private String method = "";

    @Option(
            names = "--window",
            paramLabel = "W",
            description = "Weeks that models learn from (default: ${DEFAULT-VALUE})")
    private int window = 104;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "Predict the weeks of the file from this day on")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DATE",
            description = "Predict the weeks of the file up to this day")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--horizons",
            paramLabel = "H",
            description =
                    "Weeks to predict from each week, itself included; with --hubverse"
                            + " (default: ${DEFAULT-VALUE})")
    private int horizons = 1;

    @Option(names = "--hubverse", description = "Write quantiles in the shape of the hubverse")
    private boolean hubverse;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "The hubverse name of the target (default: ${DEFAULT-VALUE})")
    private String target = "wk inc";

    @Option(
            names = "--location",
            paramLabel = "NAME",
            description = "The hubverse name of the place (default: ${DEFAULT-VALUE})")
    private String location = "NA";

    @Mixin private final Threads threads = new Threads();

    @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input")
    private String file = "";

    @Override
    public Integer call() {
        return Problems.told(spec, this::nowcast);
    }

    private void nowcast() {
        NowcastMethod chosen = chosen();
        WeeklyTable table =
                CsvFiles.read(
                        file, csv -> WeeklyTable.read(csv, WeeklyTable.Columns.plain(csv), false));
        if (horizons > 1 && !hubverse) {
            throw new Problem("control", "of more than 1 need --hubverse", "--horizons");
        }
        int first = table.firstFrom(from);
        int last = table.lastUntil(to);
        if (first > last) {
            throw new Problem(
                    "range",
                    "no week of the file lies between " + from + " and " + to,
                    "--from, --to");
        }
        List<WeekForecast> forecasts =
                new Nowcasts(table, chosen, window, horizons)
                        .between(first, last, threads.number());
        if (hubverse) {
            writeQuantiles(forecasts);
        } else {
            writeWeeks(forecasts);
        }
    }

    private NowcastMethod chosen() {
        return Arrays.stream(NowcastMethod.values())
                .filter(one -> one.word().equals(method))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Problem(
                                        "method",
                                        "there is no method "
                                                + method
                                                + "; there are "
                                                + Arrays.stream(NowcastMethod.values())
                                                        .map(NowcastMethod::word)
                                                        .collect(Collectors.joining(", ")),
                                        "--method"));
    }

    private void writeWeeks(List<WeekForecast> forecasts) {
        CsvFiles.write(
                spec,
                List.of("week", "observed", "predicted", "lower95", "upper95"),
                rows ->
                        forecasts.forEach(
                                one ->
                                        rows.accept(
                                                List.of(
                                                        one.week().toString(),
                                                        Figures.text(one.observed()),
                                                        Figures.text(one.predicted()),
                                                        Figures.text(one.quantile(0.025)),
                                                        Figures.text(one.quantile(0.975))))));
    }

    private void writeQuantiles(List<WeekForecast> forecasts) {
        CsvFiles.write(
                spec,
                List.of(
                        "reference_date",
                        "location",
                        "horizon",
                        "target",
                        "target_end_date",
                        "output_type",
                        "output_type_id",
                        "value"),
                rows -> {
                    for (WeekForecast one : forecasts) {
                        for (double level : QuantileForecast.HUB_LEVELS) {
                            rows.accept(
                                    List.of(
                                            one.made().toString(),
                                            location,
                                            Integer.toString(one.ahead() - 1),
                                            target,
                                            one.week().toString(),
                                            "quantile",
                                            Figures.text(level),
                                            Figures.text(one.quantile(level))));
                        }
                    }
                });
    }
}
