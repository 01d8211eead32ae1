package org.lisolo.cli.screening;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lisolo rules}: what can be done with a file of rules. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Files of rules.",
        subcommands = RulesCheck.class)
public final class Rules implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), spec.qualifiedName() + " check FILE");
    }
}
