package org.lisolo.cli.screening;

import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.screening.phi.PhiScreener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code lisolo evaluate phi}: how much is found and how much of what is found is right. */
@Command(
        name = "phi",
        mixinStandardHelpOptions = true,
        description = {
            "Tells how well identifiers are found, with intervals at 95 % (Wilson; for F1 the"
                    + " bootstrap over texts).",
            "GOLD has JSON lines with id, text and spans ({\"start\":…,\"end\":…,\"label\":…},"
                    + " offsets in Unicode characters).",
            "Recall: identifiers of whose letters and digits nine in ten lie under findings."
                    + " Precision: findings half of which lie under identifiers. Untyped F1: over"
                    + " letters and digits. Strict: the very stretch. IoU: 0.7 of both in common."
                    + " Over-redaction: harmless texts with any finding."
        },
        footer = {
            "",
            "Example:",
            "  lisolo evaluate phi --missed 20 ../shared/data/text/phi/asq_phi_en.jsonl"
        })
public final class EvaluatePhi implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "GOLD", arity = "1..*", description = "files of known texts")
    private List<Path> gold = List.of();

    @Option(
            names = "--part",
            paramLabel = "PART",
            converter = Part.Converter.class,
            description = "all, learning, heldout, 2of5 or not-2of5 (default: ${DEFAULT-VALUE})",
            defaultValue = "all")
    private Part part = Part.ALL;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "default: Lisolo's own; of several, the first is asked the texts of the first"
                            + " fold of so many, and so on")
    private List<Path> models = List.of();

    @Option(
            names = "--caution",
            paramLabel = "X",
            description = "what speaks for an identifier beforehand, in log odds (default: 0.5)")
    private double caution = Double.NaN;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "put these in the place of family names (NOM), one a line")
    private Path names = Path.of("");

    @Option(names = "--missed", paramLabel = "N", description = "show the first N that were missed")
    private int missed;

    @Option(
            names = "--wrong",
            paramLabel = "N",
            description = "show the first N findings that are none")
    private int wrong;

    @Option(
            names = "--cut",
            paramLabel = "N",
            description = "show the first N that were found with other bounds")
    private int cut;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<PhiScreener> screeners = screeners();
        Map<String, PhiScore> scores = new LinkedHashMap<>();
        Optional<RenamedTexts> renamed =
                names.toString().isEmpty()
                        ? Optional.empty()
                        : Optional.of(RenamedTexts.read(names));
        for (Path file : gold) {
            if (!Files.isReadable(file)) {
                spec.commandLine()
                        .getErr()
                        .println(Wording.of("input.file", Wording.locale(), file));
                return 2;
            }
            for (GoldTexts.Gold known : GoldTexts.read(file)) {
                if (part.has(known.key())) {
                    GoldTexts.Gold text = renamed.isPresent() ? renamed.get().of(known) : known;
                    List<PhiFinding> findings =
                            screeners
                                    .get(Part.fold(known.key(), screeners.size()))
                                    .find(text.text());
                    scores.computeIfAbsent(text.corpus(), _ -> new PhiScore())
                            .add(text, findings.stream().map(PhiFinding::span).toList());
                    show(text, findings, out);
                }
            }
        }
        table(scores, out);
        labels(scores, out);
        out.flush();
        return 0;
    }

    private List<PhiScreener> screeners() throws IOException {
        List<PhiScreener> screeners = new ArrayList<>();
        for (Path model : models) {
            try (InputStream input = Files.newInputStream(model)) {
                screeners.add(PhiScreener.read(input));
            }
        }
        if (screeners.isEmpty()) {
            screeners.add(PhiScreener.standard());
        }
        if (!Double.isNaN(caution)) {
            screeners.replaceAll(s -> s.withCaution(caution));
        }
        return screeners;
    }

    private static void table(Map<String, PhiScore> scores, PrintWriter out) {
        out.println(
                "| corpus | texts | recall | precision | untyped F1 | strict R | strict P | IoU R |"
                        + " IoU P | over-redaction |");
        out.println("| --- | ---: | --- | --- | --- | --- | --- | --- | --- | --- |");
        scores.forEach(
                (corpus, score) -> {
                    double[] f1 = score.letterF1();
                    out.printf(
                            Locale.ROOT,
                            "| %s | %d | %s | %s | %.4f (%.3f–%.3f) | %s | %s | %s | %s | %s |%n",
                            corpus,
                            score.size(),
                            score.recall(),
                            score.precision(),
                            f1[0],
                            f1[1],
                            f1[2],
                            score.strictRecall(),
                            score.strictPrecision(),
                            score.overlapRecall(),
                            score.overlapPrecision(),
                            score.overRedaction());
                });
    }

    private static void labels(Map<String, PhiScore> scores, PrintWriter out) {
        out.println();
        out.println("| corpus | label | asked | recall | strict | IoU |");
        out.println("| --- | --- | ---: | --- | --- | --- |");
        scores.forEach(
                (corpus, score) ->
                        score.byLabel()
                                .forEach(
                                        (label, n) ->
                                                out.printf(
                                                        "| %s | %s | %d | %s | %s | %s |%n",
                                                        corpus,
                                                        label,
                                                        n[0],
                                                        new Share(n[1], n[0]),
                                                        new Share(n[2], n[0]),
                                                        new Share(n[3], n[0]))));
    }

    /** Shows mistakes with what stands around them. */
    private void show(GoldTexts.Gold text, List<PhiFinding> findings, PrintWriter out) {
        BitSet under = new BitSet();
        BitSet marked = new BitSet();
        for (PhiFinding finding : findings) {
            under.or(PhiScore.solid(text.text(), finding.span().start(), finding.span().end()));
        }
        for (GoldTexts.Mark mark : text.marks()) {
            marked.or(PhiScore.solid(text.text(), mark.start(), mark.end()));
            boolean asked = !PhiScore.NEUTRAL.contains(mark.label());
            if (missed > 0 && asked && !PhiScore.covered(text.text(), mark, under)) {
                missed--;
                out.println("missed " + mark.label() + around(text, mark.start(), mark.end()));
            }
        }
        showCut(text, findings, out);
        for (PhiFinding finding : findings) {
            BitSet letters =
                    PhiScore.solid(text.text(), finding.span().start(), finding.span().end());
            int all = letters.cardinality();
            letters.and(marked);
            if (wrong > 0 && letters.cardinality() * 2 < all) {
                wrong--;
                out.println(
                        "wrong "
                                + finding.category()
                                + around(text, finding.span().start(), finding.span().end()));
            }
        }
    }

    private void showCut(GoldTexts.Gold text, List<PhiFinding> findings, PrintWriter out) {
        for (GoldTexts.Mark mark : text.marks()) {
            Span known = new Span(mark.start(), mark.end());
            List<Span> over =
                    findings.stream()
                            .map(PhiFinding::span)
                            .filter(s -> s.start() < mark.end() && mark.start() < s.end())
                            .toList();
            boolean asked = !PhiScore.NEUTRAL.contains(mark.label());
            if (cut > 0 && asked && !over.isEmpty() && !over.contains(known)) {
                cut--;
                StringBuilder found = new StringBuilder();
                over.forEach(s -> found.append(" [").append(s.in(text.text())).append(']'));
                out.println(
                        ("cut "
                                        + mark.label()
                                        + around(text, mark.start(), mark.end())
                                        + " as"
                                        + found)
                                .replace('\n', '⏎'));
            }
        }
    }

    private static String around(GoldTexts.Gold gold, int start, int end) {
        String text = gold.text();
        String before = text.substring(Math.max(0, start - 50), start);
        String after = text.substring(end, Math.min(text.length(), end + 30));
        Span span = new Span(start, end);
        return (" in " + gold.id() + ": " + before + "[" + span.in(text) + "]" + after)
                .replace('\n', '⏎');
    }
}
