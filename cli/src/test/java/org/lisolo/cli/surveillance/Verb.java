package org.lisolo.cli.surveillance;

import org.lisolo.cli.Lisolo;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the command line inside the test, and finds the shared data where there is any. */
record Verb(int exit, String out, String err) {
    static Verb run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                new CommandLine(new Lisolo())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(args);
        return new Verb(exit, out.toString(), err.toString());
    }

    /** The same with some arguments that hold spaces. */
    static Verb run(String[] first, String... rest) {
        return run(Stream.of(first, rest).flatMap(Stream::of).toArray(String[]::new));
    }

    /** The folder of surveillance data: $LISOLO_SHARED, or beside the project. */
    static Optional<Path> data() {
        String given = System.getenv("LISOLO_SHARED");
        String property = System.getProperty("lisolo.shared", given == null ? "" : given);
        return Stream.of(property, "../shared", "../../shared", "../../../shared")
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place, "data", "surveillance"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
