package org.lisolo.cli.surveillance;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CsvTable;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** CSV in and CSV out. */
final class CsvFiles {
    private CsvFiles() {}

    /** Reads a file, {@code -} being standard input; what is wrong with it names it. */
    static <T> T read(String file, Function<CsvTable, T> reading) {
        try (CsvTable table = open(file)) {
            return reading.apply(table);
        } catch (Problem problem) {
            throw problem.place().isEmpty() ? problem.in(name(file)) : problem;
        }
    }

    private static CsvTable open(String file) {
        return file.equals("-")
                ? CsvTable.read(
                        new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()),
                        name(file))
                : CsvTable.open(Path.of(file));
    }

    private static String name(String file) {
        return file.equals("-") ? "standard input" : file;
    }

    /** Writes a header and then what {@code rows} gives to standard output. */
    static void write(
            CommandSpec spec, List<String> header, Consumer<Consumer<List<String>>> rows) {
        PrintWriter out = spec.commandLine().getOut();
        CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).autoFlush(false).build(out);
        csv.writeRecord(header);
        rows.accept(csv::writeRecord);
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
    }
}
