package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;

import org.lisolo.server.evidence.Sequencer;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.OrganisationId;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Durable acceptance beside {@code COPY} of the same rows, in turns. */
@Command(
        name = "AcceptBench",
        mixinStandardHelpOptions = true,
        description = {
            "Events accepted a second through Inbox.accept in batches of 1,000, beside COPY of the"
                    + " same rows into the same indexed tables and into one bare table; then single"
                    + " events from 64 callers beside single-row commits from 64 connections.",
            "Every commit reaches the disk (fsync on)."
        })
final class AcceptBench implements Callable<Integer> {
    private static final int BATCH = 1_000;
    private static final int READ_BACK = 1_000;

    @Option(names = "--rounds", description = "turns that count, after one to warm up")
    private int rounds = 5;

    @Option(names = "--batches", description = "of 1,000, in each turn")
    private int batches = 12;

    @Option(names = "--callers", split = ",", description = "that hand over batches at once")
    private List<Integer> callers = List.of(1, 4);

    @Option(names = "--singles", description = "single events a turn at most")
    private int singles = 12_000;

    @Option(names = "--seconds", description = "of single events a turn at most")
    private int seconds = 2;

    @Option(names = "--single-callers")
    private int singleCallers = 64;

    private final Posts posts =
            new Posts(new ChannelId(new UUID(1, 1)), new OrganisationId(new UUID(1, 2)));

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AcceptBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Figures.sayMachine();
        try (BenchServer server = BenchServer.start("--lisolo.log.sequencer=false");
                Connection connection = server.connect()) {
            server.stopFollowers();
            CopyPeer.prepareTables(connection);
            say(
                    "%nBatches of 1,000: events a second and processor time, median of %d turns",
                    rounds);
            for (int count : callers) {
                batches(server, connection, count);
            }
            say("");
            try (SingleEvents single = new SingleEvents(server, singleCallers, seconds)) {
                single.compare(
                        rounds,
                        () -> posts.next(singles),
                        some -> readBack(server, connection, some));
            }
        }
        return 0;
    }

    /** Of the first of those that were accepted: reading each back takes its time. */
    private static List<CopyPeer.Batch> readBack(
            BenchServer server, Connection connection, List<Arrival> accepted) throws Exception {
        List<CopyPeer.Batch> rows = new ArrayList<>();
        for (Arrival arrival : accepted.subList(0, Math.min(READ_BACK, accepted.size()))) {
            rows.add(CopyPeer.read(connection, List.of(arrival)));
        }
        CopyPeer.clear(connection);
        drain(server, connection);
        return rows;
    }

    /** Events a second, and the processor time of one in microseconds (this JVM and PostgreSQL). */
    private record Rate(double events, double micros) {}

    /** What one turn saw. */
    private record Turn(Rate inbox, Rate indexed, Rate bare, Rate sequenced) {}

    private void batches(BenchServer server, Connection connection, int count) throws Exception {
        List<Turn> turns = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connections.add(server.connect());
        }
        try (Crew crew = new Crew(count)) {
            for (int round = 0; round <= rounds; round++) {
                Turn turn = turn(server, connection, connections, crew);
                if (round > 0) {
                    turns.add(turn);
                }
            }
        } finally {
            for (Connection one : connections) {
                one.close();
            }
        }
        say("%d caller(s), %d batches a turn", count, batches);
        row("Inbox.accept", turns, Turn::inbox);
        row("  while the sequencer works", turns, Turn::sequenced);
        row("COPY, same indexed tables", turns, Turn::indexed);
        row("COPY, one bare table", turns, Turn::bare);
        ratio("Inbox / COPY indexed", 0.5, turns, Turn::indexed);
        ratio("Inbox / COPY bare", 0.2, turns, Turn::bare);
    }

    private Turn turn(
            BenchServer server, Connection connection, List<Connection> connections, Crew crew)
            throws Exception {
        Inbox inbox = server.bean(Inbox.class);
        List<List<Arrival>> first = arrivals();
        Rate accepting = rate(crew, first.stream().map(b -> accept(inbox, b)).toList());
        List<CopyPeer.Batch> rows = new ArrayList<>();
        for (List<Arrival> batch : first) {
            rows.add(CopyPeer.read(connection, batch));
        }
        Rate indexed = rate(crew, copies(connections, rows, true));
        Rate bare = rate(crew, copies(connections, rows, false));
        CopyPeer.clear(connection);
        drain(server, connection);
        List<List<Arrival>> second = arrivals();
        server.bean(Sequencer.class).start();
        Rate sequenced = rate(crew, second.stream().map(b -> accept(inbox, b)).toList());
        drain(server, connection);
        return new Turn(accepting, indexed, bare, sequenced);
    }

    private Rate rate(Crew crew, List<Callable<Integer>> work) throws Exception {
        double events = (double) batches * BATCH;
        Busy busy = new Busy();
        double took = crew.time(work);
        return new Rate(events / took, busy.seconds() * 1e6 / events);
    }

    private List<List<Arrival>> arrivals() {
        List<List<Arrival>> all = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            all.add(posts.next(BATCH));
        }
        return all;
    }

    private static Callable<Integer> accept(Inbox inbox, List<Arrival> batch) {
        return () -> inbox.accept(batch).size();
    }

    /** Each connection writes its share, a transaction a batch. */
    private static List<Callable<Integer>> copies(
            List<Connection> connections, List<CopyPeer.Batch> rows, boolean indexed) {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int c = 0; c < connections.size(); c++) {
            int mine = c;
            work.add(
                    () -> {
                        for (int i = mine; i < rows.size(); i += connections.size()) {
                            CopyPeer.Batch batch = rows.get(i);
                            CopyPeer.write(
                                    connections.get(mine),
                                    indexed ? batch.indexed() : batch.bare());
                        }
                        return rows.size();
                    });
        }
        return work;
    }

    /** Lets the sequencer take what waits, so that each turn begins with an empty table. */
    private static void drain(BenchServer server, Connection connection) throws Exception {
        Sequencer sequencer = server.bean(Sequencer.class);
        if (!sequencer.isRunning()) {
            sequencer.start();
        }
        try (Statement statement = connection.createStatement()) {
            boolean waiting = true;
            while (waiting) {
                Thread.sleep(50);
                try (ResultSet row =
                        statement.executeQuery("select exists (select from evidence.pending)")) {
                    row.next();
                    waiting = row.getBoolean(1);
                }
            }
        }
        sequencer.stop();
    }

    private static void row(String name, List<Turn> turns, Function<Turn, Rate> figure) {
        List<Rate> rates = turns.stream().map(figure).toList();
        say(
                "  %-28s %8.0f %8.0f us",
                name,
                Figures.median(rates.stream().map(Rate::events).toList()),
                Figures.median(rates.stream().map(Rate::micros).toList()));
    }

    private static void ratio(
            String name, double goal, List<Turn> turns, Function<Turn, Rate> beside) {
        List<Double> all =
                turns.stream().map(t -> t.inbox.events / beside.apply(t).events).toList();
        say(
                "  %-28s %8.2f   (goal %.1f; least %.2f, most %.2f)",
                name,
                Figures.median(all),
                goal,
                Figures.percentile(all, 0),
                Figures.percentile(all, 1));
    }
}
