package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;

import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Single events from many callers, who share commits, beside as many connections that each commit
 * one row, a smaller one in a table with one index; and beside as many that each commit the very
 * rows of one event.
 */
final class SingleEvents implements AutoCloseable {
    private final Inbox inbox;
    private final List<Connection> connections = new ArrayList<>();
    private final Queue<Connection> free = new ConcurrentLinkedQueue<>();
    private final Crew crew;
    private final long nanos;

    SingleEvents(BenchServer server, int callers, int seconds) throws SQLException {
        inbox = server.bean(Inbox.class);
        nanos = seconds * 1_000_000_000L;
        crew = new Crew(callers);
        for (int i = 0; i < callers; i++) {
            connections.add(server.connect());
        }
        free.addAll(connections);
    }

    /** Events a second, and the processor time of one in microseconds (this JVM and PostgreSQL). */
    private record Rate(double events, double micros) {}

    /** What one turn saw. */
    private record Turn(Rate inbox, Rate oneRow, Rate sameRows) {}

    void compare(int rounds, Supplier<List<Arrival>> arrivals, Reader rows) throws Exception {
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            List<Arrival> some = arrivals.get();
            Rate inboxed = rate(some.size(), i -> inbox.accept(List.of(some.get(i))));
            Rate oneRow = rate(some.size(), i -> commitOneRow(some.get(i)));
            List<CopyPeer.Batch> same = rows.of(some);
            Rate sameRows = rate(same.size(), i -> commitSameRows(same.get(i)));
            if (round > 0) {
                turns.add(new Turn(inboxed, oneRow, sameRows));
            }
        }
        say("Single events, %d callers: events a second, and processor time", connections.size());
        row("Inbox.accept", turns, Turn::inbox);
        row("a small row a commit", turns, Turn::oneRow);
        row("the same rows a commit", turns, Turn::sameRows);
        ratio("Inbox / small row", "goal 2.0", turns, t -> t.inbox.events / t.oneRow.events);
        ratio(
                "Inbox / same rows",
                "what sharing commits is worth",
                turns,
                t -> t.inbox.events / t.sameRows.events);
    }

    /** Reads back some of what was accepted, an event at a time. */
    interface Reader {
        List<CopyPeer.Batch> of(List<Arrival> arrivals) throws Exception;
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
            String name, String why, List<Turn> turns, Function<Turn, Double> figure) {
        List<Double> all = turns.stream().map(figure).toList();
        say(
                "  %-28s %8.2f   (%s; least %.2f, most %.2f)",
                name,
                Figures.median(all),
                why,
                Figures.percentile(all, 0),
                Figures.percentile(all, 1));
    }

    /** What a caller does with one event. */
    private interface Deed {
        void of(int event) throws SQLException;
    }

    private Rate rate(int events, Deed deed) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        long end = System.nanoTime() + nanos;
        Callable<Integer> caller =
                () -> {
                    int mine = next.getAndIncrement();
                    while (mine < events && System.nanoTime() < end) {
                        deed.of(mine);
                        done.incrementAndGet();
                        mine = next.getAndIncrement();
                    }
                    return mine;
                };
        Busy busy = new Busy();
        double took = crew.time(Collections.nCopies(connections.size(), caller));
        return new Rate(done.get() / took, busy.seconds() * 1e6 / done.get());
    }

    private void commitOneRow(Arrival arrival) throws SQLException {
        Connection connection = take();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bench.single values (?, ?, ?, ?)")) {
            insert.setObject(1, arrival.event().id().value());
            insert.setString(2, arrival.event().author().networkId());
            insert.setString(3, arrival.event().text());
            insert.setBytes(4, arrival.payload().bytes());
            insert.executeUpdate();
        } finally {
            free.add(connection);
        }
    }

    private void commitSameRows(CopyPeer.Batch batch) throws SQLException {
        Connection connection = take();
        try {
            CopyPeer.write(connection, batch.indexed());
        } finally {
            free.add(connection);
        }
    }

    /** There are as many as callers, so one is always free. */
    private Connection take() {
        Connection connection = free.poll();
        if (connection == null) {
            throw new IllegalStateException("more callers than connections");
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        crew.close();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
