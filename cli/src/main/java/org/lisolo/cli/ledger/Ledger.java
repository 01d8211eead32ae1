package org.lisolo.cli.ledger;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lisolo ledger}: what an outsider asks of the log. */
@Command(
        name = "ledger",
        description = "Checks the tamper-evident log.",
        mixinStandardHelpOptions = true,
        subcommands = {LedgerVerify.class, LedgerVerifyProof.class})
public final class Ledger implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }
}
