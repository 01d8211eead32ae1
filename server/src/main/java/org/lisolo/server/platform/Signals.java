package org.lisolo.server.platform;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Short words from one node to all (PostgreSQL's LISTEN and NOTIFY): "the log has grown", "this
 * case changed". A signal is sent with the caller's transaction and heard by every node, this one
 * too, in the order of the commits. It may be missed during an outage; so a listener is called with
 * an empty payload, meaning "look again", when its node starts to hear and each time it hears again
 * after an outage.
 *
 * <p>All channels share one PostgreSQL channel and one connection a node, which is not the pool's.
 * Payloads carry ids, never text: at most 7,000 bytes together with the channel's name. Safe for
 * use by many threads.
 */
public final class Signals implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Signals.class);
    private static final int MAX_BYTES = 7_000;
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofMillis(250);

    private final JdbcClient jdbc;
    private final JdbcConnectionDetails database;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Object turn = new Object();
    private @Nullable Thread thread;
    private volatile boolean hearing;
    private volatile boolean closed;

    public Signals(JdbcClient jdbc, JdbcConnectionDetails database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Within the caller's transaction: heard after its commit, never after a rollback. */
    public void send(String channel, String payload) {
        String word = channel + ' ' + payload;
        if (channel.isEmpty() || channel.indexOf(' ') >= 0 || word.length() > MAX_BYTES) {
            throw new IllegalArgumentException("not a signal: channel " + channel);
        }
        jdbc.sql("select pg_notify('lisolo', :word)").param("word", word).query().listOfRows();
    }

    /**
     * Calls {@code onPayload} for each signal on the channel, one at a time, on the thread that
     * hears for all: it must return soon and hand longer work to a thread of its own. What it
     * throws is logged.
     */
    public Subscription listen(String channel, Consumer<String> onPayload) {
        Listener listener = new Listener(channel, onPayload);
        synchronized (turn) {
            listeners.add(listener);
            if (hearing) {
                listener.tell("");
            }
            if (thread == null && !closed) {
                thread = Thread.ofVirtual().name("signals").start(this::run);
            }
        }
        return () -> listeners.remove(listener);
    }

    private void run() {
        boolean said = false;
        while (!closed) {
            try {
                hear();
            } catch (SQLException e) {
                if (!closed && !said) {
                    log.warn(
                            "signals are not heard until the database is back: {}", e.getMessage());
                }
                said = !hearing;
                hearing = false;
                pause();
            }
        }
    }

    private void hear() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("listen lisolo");
            synchronized (turn) {
                hearing = true;
                listeners.forEach(listener -> listener.tell(""));
            }
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] heard = postgres.getNotifications((int) QUIET.toMillis());
                if (heard.length == 0 && !connection.isValid(3)) {
                    throw new SQLException("the listening connection is dead");
                }
                for (PGNotification notification : heard) {
                    pass(notification.getParameter());
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    private void pass(String word) {
        int space = word.indexOf(' ');
        String channel = word.substring(0, Math.max(space, 0));
        String payload = word.substring(space + 1);
        synchronized (turn) {
            listeners.stream()
                    .filter(listener -> listener.channel.equals(channel))
                    .forEach(listener -> listener.tell(payload));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (turn) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private record Listener(String channel, Consumer<String> onPayload) {
        void tell(String payload) {
            try {
                onPayload.accept(payload);
            } catch (RuntimeException e) {
                log.error("a listener on {} failed", channel, e);
            }
        }
    }
}
