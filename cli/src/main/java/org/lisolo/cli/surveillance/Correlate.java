package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.correlate.Attention;
import org.lisolo.surveillance.correlate.CrossCorrelation;
import org.lisolo.surveillance.correlate.Gain;
import org.lisolo.surveillance.correlate.SeriesForm;
import org.lisolo.surveillance.correlate.SignalMonitor;
import org.lisolo.surveillance.nowcast.WeeklyTable;
import org.lisolo.surveillance.series.CsvTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** {@code lisolo correlate}: what a signal is worth beside the official figures. */
@Command(
        name = "correlate",
        mixinStandardHelpOptions = true,
        description = {
            "What a signal says about an official figure, honestly: correlation by lead on levels,"
                + " on weekly changes and with the season removed, each with a block-bootstrap"
                + " interval; the lead; and beside it what the signal adds to the official figures"
                + " alone on weeks the models had not seen. With --news, a warning where attention"
                + " in the news explains the signal.",
            "Reads week,target,signal… ; writes signal,figure,form,lead,value,lower,upper,remark.",
            "With --monitor: watches the signal's own error week by week and writes"
                    + " signal,week,observed,estimate,error,over,under,alarm."
        },
        footer = {
            "",
            "Example: a lead above 0 means that the signal comes first",
            "  lisolo correlate --max-lead 4 --news articles flu.csv",
            "  lisolo correlate --monitor flu.csv"
        })
public final class Correlate implements Callable<Integer> {
    /** What a week that is missing from the file means. */
    enum Gaps {
        refuse,
        blank,
        close
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--max-lead",
            paramLabel = "L",
            description = "Weeks to shift, both ways (default: ${DEFAULT-VALUE})")
    private int mostLead = 4;

    @Option(
            names = "--block",
            paramLabel = "B",
            description = "Weeks to a bootstrap block (default: ${DEFAULT-VALUE})")
    private int block = 8;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "For the bootstrap's draws (default: ${DEFAULT-VALUE})")
    private int seed = 1;

    @Option(names = "--week", paramLabel = "COLUMN", description = "(default: ${DEFAULT-VALUE})")
    private String week = "week";

    @Option(names = "--target", paramLabel = "COLUMN", description = "(default: ${DEFAULT-VALUE})")
    private String target = "target";

    @Option(
            names = "--signal",
            paramLabel = "COLUMN",
            description = "A signal, may be repeated (default: all other columns)")
    private List<String> signals = List.of();

    @Option(
            names = "--news",
            paramLabel = "COLUMN",
            description = "How much the news wrote, for example articles a week")
    private String news = "";

    @Option(
            names = "--gaps",
            paramLabel = "MEANING",
            description =
                    "Weeks missing from the file: refuse, blank (weeks without figures) or close"
                            + " (rows stand next to each other) (default: ${DEFAULT-VALUE})")
    private Gaps gaps = Gaps.refuse;

    @Option(names = "--monitor", description = "Watch the signal's own error instead")
    private boolean monitor;

    @Mixin private final Threads threads = new Threads();

    @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input")
    private String file = "";

    @Override
    public Integer call() {
        return Problems.told(
                spec,
                () -> {
                    if (mostLead < 0 || mostLead > 104 || block < 1) {
                        throw new Problem(
                                "control",
                                "--max-lead must be 0 to 104 and --block at least 1",
                                "options");
                    }
                    WeeklyTable table = CsvFiles.read(file, this::table);
                    if (monitor) {
                        watch(table);
                    } else {
                        compare(table);
                    }
                });
    }

    private WeeklyTable table(CsvTable csv) {
        List<String> chosen = new ArrayList<>(signals);
        if (chosen.isEmpty()) {
            chosen.addAll(csv.columns());
            chosen.removeAll(List.of(week, target));
        }
        chosen.remove(news);
        if (chosen.isEmpty()) {
            throw new Problem(
                    "columns", "there is no signal beside " + week + " and " + target, "");
        }
        if (!news.isEmpty()) {
            chosen.add(news);
        }
        var columns = new WeeklyTable.Columns(week, target, List.copyOf(new TreeSet<>(chosen)));
        WeeklyTable table = WeeklyTable.read(csv, columns, gaps != Gaps.refuse);
        return gaps == Gaps.close ? table.closed() : table;
    }

    private void compare(WeeklyTable table) {
        CsvFiles.write(
                spec,
                List.of("signal", "figure", "form", "lead", "value", "lower", "upper", "remark"),
                rows -> bySignal(table, this::compare, rows));
    }

    /** Works on the signals at once, the news apart, and writes each one's rows in turn. */
    private void bySignal(WeeklyTable table, Rows work, Consumer<List<String>> rows) {
        Iterator<Integer> signals =
                IntStream.range(0, table.signalNames().size())
                        .filter(k -> !table.signalNames().get(k).equals(news))
                        .iterator();
        threads.inOrder(
                signals,
                k -> {
                    List<List<String>> made = new ArrayList<>();
                    work.write(table, k, made::add);
                    return made;
                },
                made -> made.forEach(rows));
    }

    /** Writes what is found about one signal of the table. */
    @FunctionalInterface
    private interface Rows {
        void write(WeeklyTable table, int signal, Consumer<List<String>> rows);
    }

    private void compare(WeeklyTable table, int k, Consumer<List<String>> rows) {
        String name = table.signalNames().get(k);
        TreeSet<Integer> leads = new TreeSet<>(List.of(0));
        for (SeriesForm form : SeriesForm.values()) {
            if (form == SeriesForm.SEASON_REMOVED && gaps == Gaps.close) {
                continue; // rows moved together no longer lie in the year
            }
            CrossCorrelation found =
                    CrossCorrelation.of(
                            form.of(table.signal(k)),
                            form.of(table.target()),
                            mostLead,
                            block,
                            seed);
            for (CrossCorrelation.ByLead one : found.byLead()) {
                rows.accept(
                        List.of(
                                name,
                                "r",
                                form.word(),
                                Integer.toString(one.lead()),
                                Figures.text(one.r()),
                                Figures.text(one.lower()),
                                Figures.text(one.upper()),
                                one.weeks() + " weeks"));
            }
            CrossCorrelation.Lead lead = found.lead();
            rows.accept(
                    List.of(
                            name,
                            "lead",
                            form.word(),
                            "",
                            Integer.toString(lead.weeks()),
                            Integer.toString(lead.lower()),
                            Integer.toString(lead.upper()),
                            remark(lead)));
            leads.add(Math.max(0, lead.weeks()));
        }
        leads.forEach(lead -> gain(table, k, lead, rows));
        if (!news.isEmpty()) {
            attention(table, k, rows);
        }
    }

    private static String remark(CrossCorrelation.Lead lead) {
        return lead.lower() > 0
                ? "the signal comes first"
                : lead.upper() < 0 ? "the signal follows" : "which comes first is not shown";
    }

    private static void gain(WeeklyTable table, int k, int lead, Consumer<List<String>> rows) {
        Gain gain = Gain.of(table.signal(k), table.target(), lead);
        String name = table.signalNames().get(k);
        String form = "levels";
        String at = Integer.toString(lead);
        String weeks = gain.with().n() + " weeks not seen";
        rows.accept(figure(name, "rmse_official_alone", form, at, gain.without().rmse(), weeks));
        rows.accept(figure(name, "rmse_with_signal", form, at, gain.with().rmse(), weeks));
        rows.accept(
                figure(
                        name,
                        "gain",
                        form,
                        at,
                        gain.skill(),
                        gain.shown() ? "a gain is shown" : "no gain is shown"));
        rows.accept(
                figure(
                        name,
                        "gain_p",
                        form,
                        at,
                        gain.comparison().pValue(),
                        "Diebold–Mariano, two-sided"));
    }

    private void attention(WeeklyTable table, int k, Consumer<List<String>> rows) {
        int at = table.signalNames().indexOf(news);
        for (SeriesForm form : List.of(SeriesForm.LEVELS, SeriesForm.CHANGES)) {
            Attention found =
                    Attention.of(
                            form.of(table.signal(k)),
                            form.of(table.target()),
                            form.of(table.signal(at)));
            String name = table.signalNames().get(k);
            String warning =
                    found.explainedByNews()
                            ? "WARNING: attention in the news explains the signal better than the"
                                    + " disease does"
                            : "";
            rows.accept(figure(name, "r_news", form.word(), "0", found.withNews(), warning));
            rows.accept(
                    figure(
                            name,
                            "r_beyond_news",
                            form.word(),
                            "0",
                            found.targetBeyondNews(),
                            "with the target, what the news explains taken off both"));
        }
    }

    private static List<String> figure(
            String name, String figure, String form, String lead, double value, String remark) {
        return List.of(name, figure, form, lead, Figures.text(value), "", "", remark);
    }

    private void watch(WeeklyTable table) {
        CsvFiles.write(
                spec,
                List.of(
                        "signal",
                        "week",
                        "observed",
                        "estimate",
                        "error",
                        "over",
                        "under",
                        "alarm"),
                rows -> bySignal(table, Correlate::watch, rows));
    }

    private static void watch(WeeklyTable table, int k, Consumer<List<String>> rows) {
        String name = table.signalNames().get(k);
        for (SignalMonitor.Check check : SignalMonitor.of(table.signal(k), table.target())) {
            rows.accept(
                    List.of(
                            name,
                            table.week(check.at()).toString(),
                            Figures.text(table.target(check.at())),
                            Figures.text(check.estimate()),
                            Figures.text(check.error()),
                            Figures.text(check.over()),
                            Figures.text(check.under()),
                            check.alarm() ? "1" : "0"));
        }
    }
}
