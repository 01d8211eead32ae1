package org.lisolo.cli.screening;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lisolo train}: makes the models that come with Lisolo anew. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Makes the models that come with Lisolo anew, from texts whose answers are known.",
        subcommands = {TrainLanguage.class, TrainPhi.class})
public final class Train implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "");
    }
}
