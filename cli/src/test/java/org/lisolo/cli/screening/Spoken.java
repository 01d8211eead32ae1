package org.lisolo.cli.screening;

import org.lisolo.cli.Lisolo;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What a verb answered. */
record Spoken(int status, String output, String errors) {
    /** Runs a verb on what it reads from standard input. */
    static Spoken lisolo(String input, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        StringWriter errors = new StringWriter();
        StringWriter printed = new StringWriter();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            int status =
                    new CommandLine(new Lisolo())
                            .setErr(new PrintWriter(errors, true))
                            .setOut(new PrintWriter(printed, true))
                            .execute(arguments);
            return new Spoken(
                    status, output.toString(StandardCharsets.UTF_8) + printed, errors.toString());
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
    }
}
