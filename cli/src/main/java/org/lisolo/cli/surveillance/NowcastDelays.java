package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.delay.DelayControl;
import org.lisolo.surveillance.delay.DelayMethod;
import org.lisolo.surveillance.delay.DelayNowcast;
import org.lisolo.surveillance.delay.LineList;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code lisolo nowcast delays}: completes the newest counts of a line list. */
@Command(
        name = "delays",
        mixinStandardHelpOptions = true,
        description = {
            "Completes the newest counts of a line list for the reports that are still to come.",
            "Reads onset,report (dates; a list whose dates all fall on one day of the week is"
                + " weekly, and delays are then weeks); writes"
                + " onset,observed_so_far,predicted,lower,upper for the periods within the longest"
                + " delay.",
            "unif, bayesNotrunc, bayesTrunc and lawless equal R's surveillance::nowcast;"
                    + " chainLadder is the reports so far over the share that is usually in; lisolo"
                    + " weighs that against the periods before and errs least (docs/surveillance-"
                    + "nowcasts.md)."
        },
        footer = {
            "",
            "Example:",
            "  lisolo nowcast delays --method bayesTrunc --now 2011-06-02 --max-delay 15 \\",
            "    --control '{\"N.tInf.prior\":\"poisgamma\",\"mean.lambda\":50,\"var.lambda\":3000,"
                    + "\"N.tInf.max\":300}' cases.csv"
        })
public final class NowcastDelays implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            description = "unif, bayesNotrunc, bayesTrunc, lawless, chainLadder or lisolo")
    private String method = "";

    @Option(
            names = "--now",
            required = true,
            split = ",",
            paramLabel = "DATE",
            description =
                    "The newest period; reports after it are not looked at. With several dates (to"
                            + " judge a method by the past) a column now comes first")
    private List<LocalDate> now = List.of();

    @Option(
            names = "--max-delay",
            required = true,
            paramLabel = "D",
            description = "The longest delay, in the list's periods")
    private int longest;

    @Option(
            names = "--window",
            paramLabel = "M",
            description =
                    "Learn delays from the newest periods only (R's m; for chainLadder and lisolo"
                            + " their number); default: all")
    private int window;

    @Option(
            names = "--control",
            paramLabel = "JSON",
            description =
                    "R's control: alpha, N.tInf.max, N.tInf.prior (poisgamma), mean.lambda,"
                            + " var.lambda, gd.prior.kappa, nSamples; and seed for the draws (123)")
    private String control = "{}";

    @Mixin private final Threads threads = new Threads();

    @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input")
    private String file = "";

    @Override
    public Integer call() {
        return Problems.told(spec, this::nowcast);
    }

    private void nowcast() {
        DelayMethod chosen = chosen();
        DelayControl settings = settings(ControlJson.parse(control));
        LineList list = CsvFiles.read(file, LineList::read);
        List<List<String>> made = new ArrayList<>();
        threads.inOrder(
                now.iterator(),
                day -> rows(day, chosen.nowcast(list, day, longest, window, settings)),
                made::addAll);
        CsvFiles.write(spec, header(), made::forEach);
    }

    private List<String> header() {
        List<String> columns =
                List.of("now", "onset", "observed_so_far", "predicted", "lower", "upper");
        return several() ? columns : columns.subList(1, columns.size());
    }

    private boolean several() {
        return now.size() > 1;
    }

    private List<List<String>> rows(LocalDate day, List<DelayNowcast> nowcasts) {
        List<List<String>> rows = new ArrayList<>();
        for (DelayNowcast one : nowcasts) {
            List<String> row =
                    List.of(
                            day.toString(),
                            one.onset().toString(),
                            Integer.toString(one.observedSoFar()),
                            Figures.text(one.predicted()),
                            Figures.text(one.lower()),
                            Figures.text(one.upper()));
            rows.add(several() ? row : row.subList(1, row.size()));
        }
        return rows;
    }

    private DelayMethod chosen() {
        return Arrays.stream(DelayMethod.values())
                .filter(one -> one.word().equals(method))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Problem(
                                        "method",
                                        "there is no method "
                                                + method
                                                + "; there are "
                                                + Arrays.stream(DelayMethod.values())
                                                        .map(DelayMethod::word)
                                                        .collect(Collectors.joining(", ")),
                                        "--method"));
    }

    private static DelayControl settings(Map<String, Object> given) {
        Map<String, Object> left = new HashMap<>(given);
        DelayControl usual = DelayControl.DEFAULT;
        Object prior = left.remove("N.tInf.prior");
        if (prior != null && !prior.equals("poisgamma")) {
            throw new Problem("control", "N.tInf.prior can only be poisgamma", "--control");
        }
        DelayControl settings =
                new DelayControl(
                        number(left, "alpha", usual.alpha()),
                        whole(left, "N.tInf.max", usual.largest()),
                        number(left, "gd.prior.kappa", usual.kappa()),
                        number(left, "mean.lambda", usual.meanLambda()),
                        number(left, "var.lambda", usual.varLambda()),
                        whole(left, "nSamples", usual.samples()),
                        whole(left, "seed", usual.seed()));
        if (!left.isEmpty()) {
            throw new Problem(
                    "control",
                    "there is no setting " + left.keySet().iterator().next(),
                    "--control");
        }
        return settings;
    }

    private static double number(Map<String, Object> left, String key, double usual) {
        Object value = left.remove(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return number;
        }
        throw new Problem("control", key + " must be a number", "--control");
    }

    private static int whole(Map<String, Object> left, String key, int usual) {
        double number = number(left, key, usual);
        if (number != (int) number) {
            throw new Problem("control", key + " must be a whole number", "--control");
        }
        return (int) number;
    }
}
