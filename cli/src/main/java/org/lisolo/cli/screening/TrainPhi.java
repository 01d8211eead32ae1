package org.lisolo.cli.screening;

import org.lisolo.screening.phi.PhiExample;
import org.lisolo.screening.phi.SequenceTraining;

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

/** {@code lisolo train phi}: learns to find identifiers. */
@Command(
        name = "phi",
        mixinStandardHelpOptions = true,
        description = "Learns to find what points at a person. The same texts give the same model.")
public final class TrainPhi implements Callable<Integer> {
    @Parameters(
            paramLabel = "TEXTS",
            description = "folder with phi and knowledge, as docs/screening-phi.md says")
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
            names = "--variants",
            paramLabel = "N",
            description = "how often a text is shown with words hidden (default: ${DEFAULT-VALUE})",
            defaultValue = "2")
    private int variants = 2;

    @Option(
            names = "--words",
            required = true,
            paramLabel = "FILE",
            description = "English words, one a line (Debian's package wamerican has them)")
    private Path words = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "default: ${DEFAULT-VALUE}",
            defaultValue = "5")
    private long seed = 5;

    @Override
    public Integer call() throws IOException {
        List<PhiExample> examples = PhiTexts.examples(texts, part::has);
        List<String> dictionary = Files.readAllLines(words);
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(out))) {
            SequenceTraining.learn(
                    examples,
                    PhiTexts.prose(texts),
                    dictionary,
                    FictivePeople.standard().all(),
                    variants,
                    seed,
                    output);
        }
        return 0;
    }
}
