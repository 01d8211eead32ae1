package org.lisolo.cli.screening;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lisolo evaluate}: how good a screening is, on texts whose answers are known. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Tells how good a screening is, on texts whose answers are known.",
        subcommands = {EvaluateLanguage.class, EvaluatePhi.class})
public final class Evaluate implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "");
    }
}
