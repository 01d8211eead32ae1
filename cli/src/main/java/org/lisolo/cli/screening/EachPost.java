package org.lisolo.cli.screening;

import org.lisolo.cli.InOrder;

import picocli.CommandLine.Model.CommandSpec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A verb that answers each post of its input with one line, in order. */
final class EachPost {
    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

    private final PrintWriter errors;
    private final Answer answer;
    private final Locale locale = Wording.locale();
    private boolean anyUnreadable;

    /** Writes the fields of an answer; called by several threads at once. */
    interface Answer {
        void write(PostLine line, JsonGenerator json);
    }

    private record Answered(ByteArrayOutputStream output, List<String> errors) {}

    EachPost(CommandSpec spec, Answer answer) {
        this.errors = spec.commandLine().getErr();
        this.answer = answer;
    }

    /** The exit status: 0, 1 where lines could not be read, 2 where a file could not. */
    int run(List<Path> files, int threads) throws IOException {
        for (Path input : files) {
            if (!Files.isReadable(input) || Files.isDirectory(input)) {
                errors.println(Wording.of("input.file", locale, input));
                return 2;
            }
        }
        OutputStream output = new BufferedOutputStream(System.out, 1 << 16);
        if (files.isEmpty()) {
            run("-", System.in, threads, output);
        }
        for (Path input : files) {
            try (InputStream stream = Files.newInputStream(input)) {
                run(input.toString(), stream, threads, output);
            }
        }
        output.flush();
        errors.flush();
        return anyUnreadable ? 1 : 0;
    }

    private void run(String source, InputStream input, int threads, OutputStream output) {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8), 1 << 16);
        InOrder.run(threads, new Lines(source, reader), this::answer, done -> take(done, output));
    }

    private Answered answer(Lines.Batch batch) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        List<String> unreadable = new ArrayList<>();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), output)) {
            for (int i = 0; i < batch.lines().size(); i++) {
                String line = batch.lines().get(i);
                if (line.isBlank()) {
                    continue;
                }
                try {
                    write(PostLine.read(line), json);
                } catch (PostLine.Unreadable e) {
                    unreadable.add(
                            Wording.of(
                                    "input.line",
                                    locale,
                                    batch.source(),
                                    batch.firstLine() + i,
                                    e.sentence(locale)));
                }
            }
        }
        if (output.size() > 0) {
            output.write('\n');
        }
        return new Answered(output, unreadable);
    }

    private void write(PostLine line, JsonGenerator json) {
        json.writeStartObject();
        json.writeName("id");
        if (line.idIsNumber()) {
            json.writeNumber(line.id());
        } else {
            json.writeString(line.id());
        }
        answer.write(line, json);
        json.writeEndObject();
    }

    private void take(Answered done, OutputStream output) {
        try {
            done.output().writeTo(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done.errors().forEach(errors::println);
        anyUnreadable |= !done.errors().isEmpty();
    }
}
