package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.Problem;

import picocli.CommandLine.Model.CommandSpec;

/** What the surveillance verbs say when the caller's files or settings are at fault. */
final class Problems {
    private Problems() {}

    /** The exit code: 0, or 1 after the problem was told on standard error. */
    static int told(CommandSpec spec, Runnable work) {
        try {
            work.run();
            return 0;
        } catch (Problem problem) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + problem.getMessage());
            return 1;
        }
    }
}
