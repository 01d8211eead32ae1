package org.lisolo.cli.surveillance;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.detect.Alarm;
import org.lisolo.surveillance.detect.Detection;
import org.lisolo.surveillance.detect.Detector;
import org.lisolo.surveillance.detect.Detectors;
import org.lisolo.surveillance.series.Calendar;
import org.lisolo.surveillance.series.CountSeries;
import org.lisolo.surveillance.series.SeriesCsv;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code lisolo detect}: unusual rises in series of counts. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = {
            "Tells unusual rises in series of counts, as R's surveillance package does.",
            "Reads index,observed[,population][,date] or, for many at once, series,index,observed…;"
                + " writes index,observed,expected,upperbound,alarm and the method's own columns.",
        },
        footer = {
            "",
            "Example: the last year of a weekly series, Noufaily's settings",
            "  lisolo detect --method farringtonFlexible --freq 52 --start 1990-1 --from 261 --to"
                    + " 312 \\",
            "    --control"
                + " '{\"b\":5,\"w\":3,\"noPeriods\":10,\"pastWeeksNotIncluded\":26,\"thresholdMethod\":\"nbPlugin\",\"pThresholdTrend\":1,\"alpha\":0.005}'"
                + " agona.csv",
        })
public final class Detect implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = {
                "lisolo, farringtonFlexible, farrington, earsC, earsReweighted, rki, bayes, cusum,",
                "glrPois, glrNb, outbreakP (default: ${DEFAULT-VALUE})"
            })
    private String method = "lisolo";

    @Option(
            names = "--freq",
            paramLabel = "N",
            description = "Periods a year: 52, 12 or 365 (default: ${DEFAULT-VALUE})")
    private int frequency = 52;

    @Option(
            names = "--start",
            paramLabel = "YEAR-PERIOD",
            description = "The first row's year and period, for example 1990-1 (default: 2000-1)")
    private String start = "2000-1";

    @Option(
            names = "--dates",
            description = "Find the same time of other years by the column date (R's epochAsDate)")
    private boolean dates;

    @Option(
            names = "--from",
            paramLabel = "I",
            description = "First index to monitor (default: the first the method can)")
    private int from;

    @Option(
            names = "--to",
            paramLabel = "J",
            description = "Last index to monitor (default: the last there is)")
    private int to;

    @Option(
            names = "--control",
            paramLabel = "JSON",
            description = "R's control list, key for key; what is absent has R's default")
    private String control = "{}";

    @Mixin private final Threads threads = new Threads();

    @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input")
    private String file = "";

    @Override
    public Integer call() {
        return Problems.told(spec, this::detect);
    }

    private void detect() {
        Detector detector = Detectors.of(method, ControlJson.parse(control));
        try (SeriesCsv series = open()) {
            PrintWriter out = spec.commandLine().getOut();
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).autoFlush(false).build(out);
            List<String> header = new ArrayList<>();
            threads.inOrder(
                    series,
                    one -> rows(detector, one, series.many()),
                    rows -> write(csv, header, rows));
            csv.flush();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SeriesCsv open() {
        Calendar calendar = calendar();
        return file.equals("-")
                ? SeriesCsv.read(
                        new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()),
                        "standard input",
                        calendar)
                : SeriesCsv.open(Path.of(file), calendar);
    }

    private Calendar calendar() {
        String[] parts = start.split("-", -1);
        try {
            if (parts.length == 2) {
                return new Calendar(
                        frequency, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), dates);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Problem("start", "must be year and period, like 1990-1", "--start");
    }

    private Rows rows(Detector detector, CountSeries series, boolean many) {
        try {
            int first = from == 0 ? detector.firstPosition(series) : from;
            int last = to == 0 ? series.length() : to;
            Detection found = detector.detect(series, first, last);
            return Rows.of(series, found, many);
        } catch (Problem problem) {
            Problem placed =
                    series.name().isEmpty() ? problem : problem.in("series " + series.name());
            throw placed.in(file.equals("-") ? "standard input" : file);
        }
    }

    private static void write(CsvWriter csv, List<String> header, Rows rows) {
        if (header.isEmpty()) {
            header.addAll(rows.header());
            csv.writeRecord(header);
        }
        rows.lines().forEach(csv::writeRecord);
    }

    /** One series' part of the output. */
    private record Rows(List<String> header, List<List<String>> lines) {
        static Rows of(CountSeries series, Detection found, boolean many) {
            List<String> header =
                    new ArrayList<>(
                            List.of("index", "observed", "expected", "upperbound", "alarm"));
            if (many) {
                header.addFirst("series");
            }
            found.further().forEach(column -> header.add(column.name()));
            List<List<String>> lines = new ArrayList<>();
            for (int at = found.from(); at <= found.to(); at++) {
                lines.add(line(series, found, many, at));
            }
            return new Rows(header, lines);
        }

        private static List<String> line(
                CountSeries series, Detection found, boolean many, int at) {
            List<String> line = new ArrayList<>();
            if (many) {
                line.add(series.name());
            }
            line.add(Integer.toString(at));
            line.add(Figures.text(series.observed(at)));
            line.add(Figures.text(found.expected(at)));
            line.add(Figures.text(found.upperbound(at)));
            line.add(alarm(found.alarm(at)));
            found.further().forEach(column -> line.add(Figures.text(column.at(at))));
            return line;
        }

        private static String alarm(Alarm alarm) {
            return switch (alarm) {
                case RAISED -> "1";
                case NOT_RAISED -> "0";
                case UNKNOWN -> "NA";
            };
        }
    }
}
