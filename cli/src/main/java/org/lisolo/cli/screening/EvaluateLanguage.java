package org.lisolo.cli.screening;

import org.lisolo.screening.language.Language;
import org.lisolo.screening.language.LanguageIdentifier;

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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * {@code lisolo evaluate language}: accuracy whole and cut, F1 by language, who is taken for whom.
 */
@Command(
        name = "language",
        mixinStandardHelpOptions = true,
        description = {
            "Tells how well languages are told apart: accuracy on whole texts and on their first"
                + " 10, 5 and 2 words with intervals at 95 %, precision, recall and F1 by language,"
                + " and what is taken for what.",
            "GOLD has JSON lines with id, text, lang; or with id and a column for each of en, fr,"
                    + " ln, sw, rw. Languages that are not told apart count as und."
        },
        footer = {
            "",
            "Example:",
            "  lisolo evaluate language ../shared/data/text/langid/sib200_flores_lin_Latn.jsonl"
        })
public final class EvaluateLanguage implements Callable<Integer> {
    private static final int[] CUTS = {Integer.MAX_VALUE, 10, 5, 2};
    private static final List<Language> LANGUAGES = List.of(Language.values());

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

    @Option(names = "--model", paramLabel = "FILE", description = "default: Lisolo's own")
    private Path model = Path.of("");

    @Option(names = "--mistakes", paramLabel = "N", description = "show the first N mistakes")
    private int mistakes;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<LanguageTexts.Known> known = new ArrayList<>();
        for (Path file : gold) {
            if (!Files.isReadable(file)) {
                spec.commandLine()
                        .getErr()
                        .println(Wording.of("input.file", Wording.locale(), file));
                return 2;
            }
            LanguageTexts.read(file).stream().filter(k -> part.has(k.id())).forEach(known::add);
        }
        LanguageIdentifier identifier = identifier();
        out.println("| words | texts | accuracy, languages told apart | others kept apart |");
        out.println("| --- | ---: | --- | --- |");
        List<long[][]> tables = new ArrayList<>();
        for (int words : CUTS) {
            long[][] table = table(identifier, known, words);
            tables.add(table);
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s |%n",
                    words == Integer.MAX_VALUE ? "whole" : Integer.toString(words),
                    known.size(),
                    accuracy(table, EnumSet.complementOf(EnumSet.of(Language.UNDETERMINED))),
                    accuracy(table, EnumSet.of(Language.UNDETERMINED)));
        }
        byLanguage(tables.getFirst(), out);
        showMistakes(identifier, known, out);
        out.flush();
        return 0;
    }

    private LanguageIdentifier identifier() throws IOException {
        if (model.toString().isEmpty()) {
            return LanguageIdentifier.standard();
        }
        try (InputStream input = Files.newInputStream(model)) {
            return LanguageIdentifier.read(input);
        }
    }

    private static String cut(String text, int words) {
        String[] all = text.strip().split("\\s+");
        return all.length <= words ? text : String.join(" ", Arrays.copyOf(all, words));
    }

    /** How many texts of each language (first index) were taken for each (second). */
    private static long[][] table(
            LanguageIdentifier identifier, List<LanguageTexts.Known> known, int words) {
        long[][] table = new long[LANGUAGES.size()][LANGUAGES.size()];
        for (LanguageTexts.Known one : known) {
            Language said = identifier.identify(cut(one.text(), words)).language();
            table[LANGUAGES.indexOf(one.language())][LANGUAGES.indexOf(said)]++;
        }
        return table;
    }

    private static Share accuracy(long[][] table, Set<Language> languages) {
        long right = 0;
        long all = 0;
        for (Language language : languages) {
            right += table[LANGUAGES.indexOf(language)][LANGUAGES.indexOf(language)];
            all += Arrays.stream(table[LANGUAGES.indexOf(language)]).sum();
        }
        return new Share(right, all);
    }

    private static void byLanguage(long[][] table, PrintWriter out) {
        out.println();
        out.println("| whole texts | texts | recall | precision | F1 | taken for |");
        out.println("| --- | ---: | --- | --- | ---: | --- |");
        for (Language language : LANGUAGES) {
            int i = LANGUAGES.indexOf(language);
            long all = Arrays.stream(table[i]).sum();
            long said = Arrays.stream(table).mapToLong(row -> row[i]).sum();
            if (all == 0) {
                continue;
            }
            StringBuilder takenFor = new StringBuilder();
            for (Language other : LANGUAGES) {
                if (other != language && table[i][LANGUAGES.indexOf(other)] > 0) {
                    takenFor.append(other.code()).append(' ');
                    takenFor.append(table[i][LANGUAGES.indexOf(other)]).append(' ');
                }
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %.4f | %s |%n",
                    language.code(),
                    all,
                    new Share(table[i][i], all),
                    new Share(table[i][i], said),
                    2.0 * table[i][i] / (all + said),
                    takenFor.toString().strip());
        }
    }

    private void showMistakes(
            LanguageIdentifier identifier, List<LanguageTexts.Known> known, PrintWriter out) {
        known.stream()
                .filter(k -> identifier.identify(k.text()).language() != k.language())
                .limit(mistakes)
                .forEach(
                        k ->
                                out.printf(
                                        "%s, taken for %s: %s%n",
                                        k.language().code(),
                                        identifier.identify(k.text()).language().code(),
                                        k.text()));
    }
}
