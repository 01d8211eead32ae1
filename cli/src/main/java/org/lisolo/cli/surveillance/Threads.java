package org.lisolo.cli.surveillance;

import org.lisolo.cli.InOrder;
import org.lisolo.surveillance.Problem;

import picocli.CommandLine.Option;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;

/** The option that all surveillance verbs share: how many things they work on at once. */
final class Threads {
    static final int MOST = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many series, weeks, signals or files to work on at once; the result is the"
                            + " same (default: as many as processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** The number asked for. */
    int number() {
        if (threads < 1 || threads > MOST) {
            throw new Problem("control", "must be 1 to " + MOST, "--threads");
        }
        return threads;
    }

    /** Works on the things at once; results are taken in the order of the things. */
    <T, R> void inOrder(Iterator<T> things, Function<T, R> work, Consumer<R> taker) {
        InOrder.run(number(), things, work, taker);
    }
}
