package org.lisolo.cli.imports;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** Tells how far it is: on a terminal in one line that is written over, else at the end only. */
final class ProgressLine {
    private final PrintWriter err;
    private final String file;
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();

    ProgressLine(PrintWriter err, String file) {
        this.err = err;
        this.file = file;
    }

    void show(long line, Tally tally) {
        if (terminal) {
            err.print("\r\u001b[K" + file + ": line " + line + ", " + tally);
            err.flush();
        }
    }

    /** A line of its own, such as why a line was refused. */
    void tell(String words) {
        err.println((terminal ? "\r\u001b[K" : "") + file + ": " + words);
        err.flush();
    }

    void end(Tally tally) {
        tell(tally.toString());
    }
}
