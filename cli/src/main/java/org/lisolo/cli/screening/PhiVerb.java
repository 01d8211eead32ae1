package org.lisolo.cli.screening;

import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.screening.phi.PhiScreener;
import org.lisolo.screening.phi.PublicFacts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code lisolo phi}: what in each post points at a person. */
@Command(
        name = "phi",
        mixinStandardHelpOptions = true,
        description = {
            "Finds what in each post points at a person: the 18 identifiers of HIPAA's Safe Harbor,"
                    + " and stories that leave one person only.",
            "Reads JSON lines with id, text and, where known, lang. Writes a JSON line for each"
                + " post:"
                + " {\"id\":…,\"spans\":[{\"category\":…,\"start\":…,\"end\":…,\"text\":…,\"score\":…,\"reason\":…}],\"safe\":\"…\"},"
                + " offsets in Unicode characters; safe is the text with each finding said in a"
                + " safe way.",
            "Categories: NAME LOCATION DATE AGE PHONE FAX EMAIL SSN MRN HEALTH_PLAN ACCOUNT LICENSE"
                    + " VEHICLE DEVICE URL IP BIOMETRIC PHOTO OTHER_ID STORY."
        },
        footer = {
            "",
            "A file of what is public has a line for each: the text, a tab, the reason:",
            "  Dr Awa Ilunga<tab>own staff",
            "  +243 81 000 00 00<tab>our own number",
            "Findings of it carry \"public\":true and \"publicReason\", and stay in safe.",
            "",
            "Examples:",
            "  echo '{\"id\":1,\"text\":\"Le Dr Ilunga suit maman Furaha, opérée mardi"
                    + " à Goma\"}' | lisolo phi",
            "  lisolo phi --public public.tsv --threads 2 posts.jsonl > findings.jsonl"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every line was answered",
            "1:some lines could not be read; the others were answered",
            "2:nothing was answered"
        })
public final class PhiVerb implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--public", paramLabel = "FILE", description = "what is public, see below")
    private Path publicFile = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private int threads = 1;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "default: standard input")
    private List<Path> files = List.of();

    private final Locale locale = Wording.locale();

    @Override
    public Integer call() throws IOException {
        PublicFacts facts = PublicFacts.NONE;
        if (!publicFile.toString().isEmpty()) {
            if (!Files.isReadable(publicFile) || Files.isDirectory(publicFile)) {
                spec.commandLine().getErr().println(Wording.of("input.file", locale, publicFile));
                return 2;
            }
            facts = facts(publicFile);
        }
        PublicFacts known = facts;
        PhiScreener screener = PhiScreener.standard();
        return new EachPost(spec, (line, json) -> write(screener, known, line, json))
                .run(files, threads);
    }

    private static PublicFacts facts(Path file) throws IOException {
        List<PublicFacts.Fact> facts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                String[] parts = line.split("\t", 2);
                facts.add(new PublicFacts.Fact(parts[0], parts.length > 1 ? parts[1] : ""));
            }
        }
        return new PublicFacts(facts);
    }

    private void write(PhiScreener screener, PublicFacts facts, PostLine line, JsonGenerator json) {
        String text = line.post().text();
        List<PhiFinding> findings = screener.find(text, facts);
        CodePoints codePoints = new CodePoints();
        codePoints.read(text);
        json.writeName("spans");
        json.writeStartArray();
        for (PhiFinding finding : findings) {
            int start = finding.span().start();
            int end = finding.span().end();
            json.writeStartObject();
            json.writeStringProperty("category", finding.category().name());
            json.writeNumberProperty("start", codePoints.before(start));
            json.writeNumberProperty("end", codePoints.before(end));
            json.writeStringProperty("text", text.substring(start, end));
            json.writeNumberProperty("score", Math.round(finding.confidence() * 1e3) / 1e3);
            json.writeStringProperty("reason", finding.because(locale));
            if (finding.isPublic()) {
                json.writeBooleanProperty("public", true);
                json.writeStringProperty("publicReason", finding.publicBecause().orElse(""));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("safe", PhiScreener.safe(text, findings, language(line)));
    }

    private Locale language(PostLine line) {
        String lang = line.post().lang();
        if (lang.isEmpty()) {
            return locale;
        }
        return lang.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
    }
}
