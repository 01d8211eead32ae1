package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.score.DieboldMariano;
import org.lisolo.surveillance.score.HubForecasts;
import org.lisolo.surveillance.score.HubForecasts.Scored;
import org.lisolo.surveillance.score.PointScores;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/** {@code lisolo score}: how good forecasts were. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Scores forecasts against what came, beside a baseline.",
            "With --truth: quantile forecasts in the hubverse's columns, one model a file (its name"
                + " is the file's, less a date before it); writes by model and horizon"
                + " model,horizon,n,wis,ae,coverage50,coverage95 and, with --baseline MODEL, the"
                + " ratio of its WIS to the baseline's on the same forecasts.",
            "Without: files of week,observed,predicted[,lower95,upper95] as `nowcast signals`"
                + " writes them; writes n,rmse,mae,correlation,coverage95,crps,log_score,dss (the"
                + " last three read the interval as that of a normal distribution) and, with"
                + " --baseline FILE, skill and the Diebold–Mariano test on squared errors (above 0"
                + " where the file beats the baseline)."
        },
        footer = {
            "",
            "Examples:",
            "  lisolo score --truth admissions.csv --baseline baseline 2025-01-11-ensemble.csv"
                    + " 2025-01-11-baseline.csv",
            "  lisolo score --baseline persistence.csv lisolo.csv"
        })
public final class Score implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "What came: date[,location],value")
    private String truth = "";

    @Option(
            names = "--baseline",
            paramLabel = "MODEL|FILE",
            description = "What to compare with: with --truth a model, else a file")
    private String baseline = "";

    @Option(names = "--each", description = "With --truth: one row a forecast")
    private boolean each;

    @Option(
            names = "--lags",
            paramLabel = "L",
            description =
                    "Autocovariances in the Diebold–Mariano test (default: ${DEFAULT-VALUE}, right"
                            + " for one week ahead)")
    private int lags;

    @Mixin private final Threads threads = new Threads();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Forecasts")
    private List<String> files = List.of();

    @Override
    public Integer call() {
        return Problems.told(
                spec,
                () -> {
                    if (lags < 0 || lags > 1000) {
                        throw new Problem("control", "must be 0 to 1000", "--lags");
                    }
                    if (truth.isEmpty()) {
                        weeks();
                    } else {
                        hub();
                    }
                });
    }

    private void hub() {
        var came = CsvFiles.read(truth, HubForecasts::readTruth);
        Map<String, List<Scored>> byModel = new TreeMap<>();
        threads.inOrder(
                files.iterator(),
                file ->
                        Map.entry(
                                model(file),
                                HubForecasts.score(CsvFiles.read(file, HubForecasts::read), came)),
                scored ->
                        byModel.computeIfAbsent(scored.getKey(), _ -> new ArrayList<>())
                                .addAll(scored.getValue()));
        if (!baseline.isEmpty() && !byModel.containsKey(baseline)) {
            throw new Problem(
                    "baseline", "is not among the models " + byModel.keySet(), "--baseline");
        }
        if (each) {
            writeEach(byModel);
        } else {
            writeByHorizon(byModel);
        }
    }

    private static String model(String file) {
        Path name = Path.of(file).getFileName();
        String plain = name == null ? file : name.toString();
        return plain.replaceFirst("\\.csv$", "").replaceFirst("^\\d{4}-\\d{2}-\\d{2}-", "");
    }

    private void writeEach(Map<String, List<Scored>> byModel) {
        CsvFiles.write(
                spec,
                List.of(
                        "model",
                        "reference_date",
                        "location",
                        "horizon",
                        "target_end_date",
                        "observed",
                        "n_quantiles",
                        "wis",
                        "median",
                        "ae",
                        "coverage50",
                        "coverage95"),
                rows ->
                        byModel.forEach(
                                (model, scored) ->
                                        scored.forEach(one -> rows.accept(row(model, one)))));
    }

    private static List<String> row(String model, Scored one) {
        return List.of(
                model,
                one.about().reference(),
                one.about().location(),
                Integer.toString(one.about().horizon()),
                one.about().end().toString(),
                Figures.text(one.observed()),
                Integer.toString(one.quantiles()),
                Figures.text(one.wis()),
                Figures.text(one.median()),
                Figures.text(one.absoluteError()),
                Figures.text(one.held50()),
                Figures.text(one.held95()));
    }

    private void writeByHorizon(Map<String, List<Scored>> byModel) {
        List<String> header =
                new ArrayList<>(
                        List.of("model", "horizon", "n", "wis", "ae", "coverage50", "coverage95"));
        if (!baseline.isEmpty()) {
            header.add("wis_ratio");
        }
        Map<HubForecasts.About, Double> base = new LinkedHashMap<>();
        byModel.getOrDefault(baseline, List.of()).forEach(s -> base.put(s.about(), s.wis()));
        CsvFiles.write(
                spec,
                header,
                rows ->
                        byModel.forEach(
                                (model, scored) -> {
                                    Map<Integer, List<Scored>> byHorizon = new TreeMap<>();
                                    scored.forEach(
                                            s ->
                                                    byHorizon
                                                            .computeIfAbsent(
                                                                    s.about().horizon(),
                                                                    _ -> new ArrayList<>())
                                                            .add(s));
                                    byHorizon.forEach(
                                            (horizon, of) ->
                                                    rows.accept(row(model, horizon, of, base)));
                                }));
    }

    private List<String> row(
            String model, int horizon, List<Scored> scored, Map<HubForecasts.About, Double> base) {
        List<String> row =
                new ArrayList<>(
                        List.of(
                                model,
                                Integer.toString(horizon),
                                Integer.toString(scored.size()),
                                Figures.text(mean(scored, Scored::wis)),
                                Figures.text(mean(scored, Scored::absoluteError)),
                                Figures.text(mean(scored, Scored::held50)),
                                Figures.text(mean(scored, Scored::held95))));
        if (!baseline.isEmpty()) {
            List<Scored> shared = scored.stream().filter(s -> base.containsKey(s.about())).toList();
            double own = mean(shared, Scored::wis);
            double theirs = mean(shared, s -> base.getOrDefault(s.about(), Double.NaN));
            row.add(Figures.text(own / theirs));
        }
        return row;
    }

    private static double mean(Collection<Scored> scored, ToDoubleFunction<Scored> figure) {
        return scored.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private void weeks() {
        Map<String, WeekScores> byFile = new LinkedHashMap<>();
        threads.inOrder(
                files.iterator(),
                file -> Map.entry(file, CsvFiles.read(file, WeekScores::read)),
                read -> byFile.put(read.getKey(), read.getValue()));
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "file",
                                "n",
                                "rmse",
                                "mae",
                                "correlation",
                                "coverage95",
                                "crps",
                                "log_score",
                                "dss"));
        if (!baseline.isEmpty()) {
            header.addAll(List.of("weeks_shared", "skill", "dm", "dm_p"));
        }
        WeekScores base =
                baseline.isEmpty() ? WeekScores.NONE : CsvFiles.read(baseline, WeekScores::read);
        CsvFiles.write(
                spec,
                header,
                rows -> byFile.forEach((file, scores) -> rows.accept(row(file, scores, base))));
    }

    private List<String> row(String file, WeekScores scores, WeekScores base) {
        PointScores point = scores.point();
        List<String> row =
                new ArrayList<>(
                        List.of(
                                file,
                                Integer.toString(point.n()),
                                Figures.text(point.rmse()),
                                Figures.text(point.mae()),
                                Figures.text(point.correlation()),
                                Figures.text(scores.coverage()),
                                Figures.text(scores.crps()),
                                Figures.text(scores.log()),
                                Figures.text(scores.dawidSebastiani())));
        if (!baseline.isEmpty()) {
            WeekScores ours = scores.sharedWith(base);
            WeekScores theirs = base.sharedWith(scores);
            DieboldMariano test =
                    DieboldMariano.compare(theirs.squaredErrors(), ours.squaredErrors(), lags);
            row.addAll(
                    List.of(
                            Integer.toString(test.n()),
                            Figures.text(
                                    PointScores.skill(ours.point().rmse(), theirs.point().rmse())),
                            Figures.text(test.statistic()),
                            Figures.text(test.pValue())));
        }
        return row;
    }
}
