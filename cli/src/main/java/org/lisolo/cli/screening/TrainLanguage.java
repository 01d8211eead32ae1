package org.lisolo.cli.screening;

import org.lisolo.screening.language.LanguageExample;
import org.lisolo.screening.language.LanguageTraining;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code lisolo train language}: learns to tell languages apart. */
@Command(
        name = "language",
        mixinStandardHelpOptions = true,
        description = "Learns to tell languages apart. The same texts give the same model.")
public final class TrainLanguage implements Callable<Integer> {
    @Parameters(
            paramLabel = "TEXTS",
            description =
                    "folder with langid, social and knowledge, as docs/screening-language.md says")
    private Path texts = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the model")
    private Path out = Path.of("");

    @Option(
            names = "--part",
            paramLabel = "PART",
            converter = Part.Converter.class,
            description = "all, learning, heldout, 2of5 or not-2of5 (default: ${DEFAULT-VALUE})",
            defaultValue = "all")
    private Part part = Part.ALL;

    @Option(
            names = "--without-health",
            description = "leave the TICO-19 health sentences out, to be tested on them")
    private boolean withoutHealth;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "default: ${DEFAULT-VALUE}",
            defaultValue = "5")
    private long seed = 5;

    @Override
    public Integer call() throws IOException {
        List<LanguageExample> examples = LanguageTexts.examples(texts, part, !withoutHealth);
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(out))) {
            LanguageTraining.learn(examples, seed, output);
        }
        return 0;
    }
}
