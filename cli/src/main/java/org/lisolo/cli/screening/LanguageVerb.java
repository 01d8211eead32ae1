package org.lisolo.cli.screening;

import org.lisolo.screening.language.LanguageGuess;
import org.lisolo.screening.language.LanguageIdentifier;
import org.lisolo.screening.language.LanguageSegment;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code lisolo language}: which language each post is in. */
@Command(
        name = "language",
        mixinStandardHelpOptions = true,
        description = {
            "Says which language each post is in: fr en sw ln kg lua, or und when unsure.",
            "Reads JSON lines with id and text. Writes a JSON line for each post:"
                    + " {\"id\":…,\"lang\":…,\"score\":…,\"segments\":[{\"lang\":…,\"start\":…,"
                    + "\"end\":…}]}, offsets in Unicode characters; more than one segment where the"
                    + " text mixes languages."
        },
        footer = {
            "",
            "Example:",
            "  echo '{\"id\":1,\"text\":\"Mbote na bino\"}' | lisolo language"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every line was answered",
            "1:some lines could not be read; the others were answered",
            "2:nothing was answered"
        })
public final class LanguageVerb implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private int threads = 1;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "default: standard input")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        LanguageIdentifier identifier = LanguageIdentifier.standard();
        return new EachPost(spec, (line, json) -> write(identifier, line, json))
                .run(files, threads);
    }

    private static void write(LanguageIdentifier identifier, PostLine line, JsonGenerator json) {
        LanguageGuess guess = identifier.identify(line.post().text());
        CodePoints codePoints = new CodePoints();
        codePoints.read(line.post().text());
        json.writeStringProperty("lang", guess.language().code());
        json.writeNumberProperty("score", Math.round(guess.score() * 1e4) / 1e4);
        json.writeName("segments");
        json.writeStartArray();
        for (LanguageSegment segment : guess.segments()) {
            json.writeStartObject();
            json.writeStringProperty("lang", segment.language().code());
            json.writeNumberProperty("start", codePoints.before(segment.span().start()));
            json.writeNumberProperty("end", codePoints.before(segment.span().end()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
