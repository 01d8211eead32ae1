package org.lisolo.cli;

import org.lisolo.cli.imports.Import;
import org.lisolo.cli.ledger.Ledger;
import org.lisolo.cli.screening.Evaluate;
import org.lisolo.cli.screening.LanguageVerb;
import org.lisolo.cli.screening.PhiVerb;
import org.lisolo.cli.screening.Rules;
import org.lisolo.cli.screening.Screen;
import org.lisolo.cli.screening.Train;
import org.lisolo.cli.surveillance.Correlate;
import org.lisolo.cli.surveillance.Detect;
import org.lisolo.cli.surveillance.Its;
import org.lisolo.cli.surveillance.Nowcast;
import org.lisolo.cli.surveillance.Score;
import org.lisolo.cli.surveillance.Signals;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line; each verb is a class of its own. */
@Command(
        name = "lisolo",
        mixinStandardHelpOptions = true,
        subcommands = {
            Rules.class,
            Screen.class,
            PhiVerb.class,
            LanguageVerb.class,
            Evaluate.class,
            Train.class,
            Detect.class,
            Nowcast.class,
            Signals.class,
            Score.class,
            Correlate.class,
            Its.class,
            Ledger.class,
            Import.class,
        })
public final class Lisolo implements Runnable {
    public static void main(String[] args) {
        System.exit(new CommandLine(new Lisolo()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }
}
