package org.lisolo.cli.surveillance;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lisolo nowcast}: what the newest figures will be once they are complete. */
@Command(
        name = "nowcast",
        mixinStandardHelpOptions = true,
        description = {
            "What the newest figures will be once all reports are in (delays), or before the"
                    + " official figure is there at all (signals)."
        },
        footer = {
            "",
            "Example:",
            "  lisolo nowcast delays --method bayesTrunc --now 2011-06-02 --max-delay 15 cases.csv"
        },
        subcommands = {NowcastDelays.class, NowcastSignals.class})
public final class Nowcast implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }
}
