package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;

import org.lisolo.server.message.Inbox;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.Callable;

/** The highest rate that the whole way holds. */
@Command(
        name = "WholeWayBench",
        mixinStandardHelpOptions = true,
        description = {
            "The highest rate held the whole way: accepted, sequenced, screened by 1,000 rules,"
                    + " alerts raised, indexed for search, with every reader of the log less than"
                    + " five seconds behind.",
            "The rate grows by steps until one is not held, then the last one is held for"
                    + " --seconds; if it is not, a tenth less is tried.",
            "The sender runs in the same JVM and takes its share of the machine."
        })
final class WholeWayBench implements Callable<Integer> {
    private static final double MOST_BEHIND = 5;

    /** A short step that ends further behind would not last. */
    private static final double MOST_BEHIND_AFTER_A_STEP = 1.5;

    @Option(names = "--seconds", description = "for which the rate is to be held")
    private int seconds = 120;

    @Option(names = "--step-seconds", description = "of each step on the way up")
    private int stepSeconds = 10;

    @Option(names = "--from", description = "events a second of the first step")
    private int from = 500;

    @Option(names = "--grow", description = "each step's rate by the one before")
    private double grow = 1.3;

    @Option(names = "--steps", description = "at most so many")
    private int steps = 12;

    @Option(names = "--rules")
    private int rules = 1_000;

    @Option(names = "--plant", description = "one event of so many says the word of a rule")
    private int plant = 50;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WholeWayBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Figures.sayMachine();
        try (BenchServer server = BenchServer.start();
                Connection connection = server.connect()) {
            Watch watch = Watch.of(server, rules);
            say("%d rules, one event in %d says the word of one", rules, plant);
            Run run = new Run(server, connection, watch, plant, new Progress());
            int held = climb(run);
            for (int attempt = 0; held > 0 && attempt < 4; attempt++) {
                if (run.hold(held, seconds, MOST_BEHIND)) {
                    say(
                            "%nHeld for %d s: %d events a second, at most %.1f s behind",
                            seconds, held, MOST_BEHIND);
                    return 0;
                }
                run.catchUp();
                held = held * 9 / 10;
            }
            say("%nNo rate was held.");
        }
        return 1;
    }

    /** The last rate that a short step held; 0 if none. */
    private int climb(Run run) throws Exception {
        int held = 0;
        double rate = from;
        for (int step = 0; step < steps; step++) {
            boolean holds = run.hold((int) rate, stepSeconds, MOST_BEHIND_AFTER_A_STEP);
            run.catchUp();
            if (holds) {
                held = (int) rate;
                rate *= grow;
            } else if (step == 0) {
                rate /= 4; // the first finds everything cold
            } else {
                break;
            }
        }
        return held;
    }

    /** One log, on which one rate after the other is tried. */
    private record Run(
            BenchServer server, Connection connection, Watch watch, int plant, Progress accepted) {
        /** Whether nobody was further behind, and the inbox took all that was due. */
        boolean hold(int rate, int seconds, double mostBehind) throws Exception {
            long before = accepted.count();
            Lags lags = new Lags(connection, accepted);
            Busy busy = new Busy();
            int waiting;
            long begun = System.nanoTime();
            try (Feed feed =
                    new Feed(server.bean(Inbox.class), watch.posts(), rate, plant, accepted)) {
                while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
                    Thread.sleep(200);
                    lags.look();
                }
                waiting = feed.waiting();
            }
            double took = (System.nanoTime() - begun) / 1e9;
            double greatest = seconds > 30 ? lags.greatest() : lags.greatestNow();
            boolean held = greatest < mostBehind && waiting < rate;
            say(
                    "%6d/s for %3d s: accepted %6.0f/s, waiting %5d, behind now %s, at most %s; %s"
                            + " %s",
                    rate,
                    seconds,
                    (accepted.count() - before) / took,
                    waiting,
                    spelled(lags.now()),
                    spelled(lags.most()),
                    busy.processors(),
                    held ? "" : "NOT HELD");
            return held;
        }

        /** Lets all readers come to the end of the log, two minutes at most. */
        void catchUp() throws Exception {
            Lags lags = new Lags(connection, accepted);
            for (int i = 0; i < 600; i++) {
                lags.look();
                if (lags.greatestNow() == 0) {
                    return;
                }
                Thread.sleep(200);
            }
        }

        private static String spelled(Map<String, Double> lags) {
            StringBuilder spelled = new StringBuilder();
            lags.forEach(
                    (stage, lag) ->
                            spelled.append(spelled.isEmpty() ? "" : ", ")
                                    .append("%s %.1f s".formatted(stage, lag)));
            return spelled.toString();
        }
    }
}
