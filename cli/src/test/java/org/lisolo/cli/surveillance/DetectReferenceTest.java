package org.lisolo.cli.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every reference case through the command, column by column against R's results. */
class DetectReferenceTest {
    private static final Map<String, String> METHOD =
            Map.of("glrpois", "glrPois", "glrnb", "glrNb");

    @Test
    void agreesWithEveryResultOfR() {
        Path folder = reference("reference");
        Map<String, NamedCsvRecord> series =
                rows(folder.resolve("series.csv")).stream()
                        .collect(Collectors.toMap(r -> r.getField("series"), Function.identity()));
        List<String> differing = new ArrayList<>();
        List<NamedCsvRecord> cases = rows(folder.resolve("cases.csv"));
        for (NamedCsvRecord one : cases) {
            String why = difference(folder, one, series.get(one.getField("series")));
            if (!why.isEmpty()) {
                differing.add(one.getField("id") + ": " + why);
            }
        }
        assertThat(differing).isEmpty();
        assertThat(cases).hasSizeGreaterThan(300);
    }

    @Test
    void agreesWithEpitweetr() throws IOException {
        Path folder = reference("reference/ears_t_reweighted");
        Map<String, String> controls =
                Map.of(
                        "default", "{}",
                        "a01", "{\"alpha\":0.01}",
                        "h14", "{\"no_historic\":14}",
                        "k2", "{\"k_decay\":2}",
                        "weekday", "{\"same_weekday_baseline\":true}");
        List<String> differing = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".csv", "");
                String control = controls.get(name.substring(name.lastIndexOf('_') + 1));
                Verb done =
                        Verb.run(
                                "detect",
                                "--method",
                                "earsReweighted",
                                "--freq",
                                "365",
                                "--control",
                                control,
                                file.toString());
                assertThat(done.err()).isEmpty();
                String why = difference(done, rows(file), 1e-6);
                if (!why.isEmpty()) {
                    differing.add(name + ": " + why);
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    private static String difference(Path folder, NamedCsvRecord one, NamedCsvRecord series) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "detect",
                                "--method",
                                METHOD.getOrDefault(
                                        one.getField("algorithm"), one.getField("algorithm")),
                                "--freq",
                                series.getField("frequency"),
                                "--start",
                                series.getField("start_year")
                                        + "-"
                                        + series.getField("start_period"),
                                "--from",
                                one.getField("range_from"),
                                "--to",
                                one.getField("range_to"),
                                "--control",
                                one.getField("control_json")));
        if (series.getField("epochAsDate").equals("TRUE")) {
            args.add("--dates");
        }
        args.add(folder.resolve("series").resolve(one.getField("series") + ".csv").toString());
        Verb done = Verb.run(args.toArray(String[]::new));
        if (!one.getField("status").equals("ok")) {
            return done.exit() != 0 && !done.err().isBlank() ? "" : "R gives an error here";
        }
        if (done.exit() != 0) {
            return done.err();
        }
        double tolerance = one.getField("warnings").isEmpty() ? 1e-6 : 1e-3;
        return difference(
                done,
                rows(folder.resolve("outputs").resolve(one.getField("id") + ".csv")),
                tolerance);
    }

    private static String difference(Verb done, List<NamedCsvRecord> theirs, double tolerance) {
        Map<String, NamedCsvRecord> ours =
                CsvReader.builder().ofNamedCsvRecord(done.out()).stream()
                        .collect(Collectors.toMap(r -> r.getField("index"), Function.identity()));
        for (NamedCsvRecord row : theirs) {
            NamedCsvRecord mine = ours.get(row.getField("index"));
            if (mine == null) {
                return "no index " + row.getField("index");
            }
            for (String column : row.getHeader()) {
                if (skipped(row, column)) {
                    continue;
                }
                String given = mine.findField(column).orElse("no column");
                if (!close(given, row.getField(column), tolerance)) {
                    return "index %s %s: %s and R %s"
                            .formatted(row.getField("index"), column, given, row.getField(column));
                }
            }
        }
        return "";
    }

    private static boolean skipped(NamedCsvRecord row, String column) {
        boolean sparse =
                row.findField("mu0Vector").filter(mu -> !isNothing(mu)).stream()
                        .anyMatch(mu -> number(mu) < 1e-4);
        return sparse && (column.equals("phiVector") || column.equals("trendVector"));
    }

    private static boolean close(String ours, String theirs, double tolerance) {
        if (isNothing(theirs) || isNothing(ours)) {
            return isNothing(theirs) && isNothing(ours);
        }
        double a = number(ours);
        double b = number(theirs);
        return a == b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
    }

    private static boolean isNothing(String text) {
        return text.isEmpty() || text.equals("NA") || text.equals("NaN");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    private static Path reference(String folder) {
        assumeTrue(Verb.data().isPresent(), "skipped: the reference data is not here");
        return Verb.data().orElseThrow().resolve(folder);
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
