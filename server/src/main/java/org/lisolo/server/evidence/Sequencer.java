package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives accepted leaves their place in the log, signs, and tells all nodes. Each node has one; the
 * one that holds the database's lock works, the others stand by and take over within a second.
 */
public final class Sequencer implements SmartLifecycle {
    /** Of PostgreSQL's advisory locks, which are a database's own. */
    static final long LOCK = 0x6c69_736f_6c6f_0001L;

    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 20_000;
    // a leaf accepted on this node wakes the sequencer; one of another node waits this long at most
    private static final Duration LOOK = Duration.ofMillis(250);
    // a moment in which single events gather, so that each does not cost a signature
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final Duration STAND_BY = Duration.ofSeconds(1);

    private final Database database;
    private final LogFiles files;
    private final String origin;
    private final Wake wake;
    private final InstantSource time;
    private final boolean autoStartup;
    private volatile boolean running;
    private @Nullable Thread thread;
    private String said = "";

    /** Opens connections of the sequencer's own, outside the pool. */
    @FunctionalInterface
    interface Database {
        Connection connect() throws SQLException;
    }

    /**
     * Makes a sequencer that does nothing yet.
     *
     * @param autoStartup whether the application's start starts it
     */
    Sequencer(
            Database database,
            LogFiles files,
            String origin,
            Wake wake,
            InstantSource time,
            boolean autoStartup) {
        this.database = database;
        this.files = files;
        this.origin = origin;
        this.wake = wake;
        this.time = time;
        this.autoStartup = autoStartup;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("sequencer").start(this::run);
    }

    /** Finishes the transaction under way and leaves the log to another node. */
    @Override
    public synchronized void stop() {
        running = false;
        wake.now();
        try {
            if (thread != null && !thread.join(Duration.ofSeconds(10))) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (Term term = elect().orElse(null)) {
                if (term != null) {
                    say("");
                    work(term);
                }
            } catch (Refusal e) {
                say(e.sentence());
            } catch (Term.Deposed e) {
                log.info("{}", e.getMessage());
            } catch (SQLException | DataAccessException | TransactionException e) {
                say("the log waits for the database: " + e.getMessage());
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.error("the log's sequencer failed and begins anew", e);
            }
            pause();
        }
    }

    private Optional<Term> elect() throws SQLException {
        Connection connection = database.connect();
        boolean kept = false;
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            if (row.next() && row.getBoolean(1)) {
                Term term = new Term(connection, files, origin, time);
                kept = true;
                return Optional.of(term);
            }
            return Optional.empty();
        } finally {
            if (!kept) {
                connection.close();
            }
        }
    }

    private void work(Term term) throws InterruptedException {
        while (running) {
            if (!term.hasWork()) {
                wake.await(LOOK);
                continue;
            }
            Thread.sleep(GATHER);
            int added;
            do {
                Term.Growth growth = term.grow(BATCH);
                added = growth.leaves();
                if (growth.head() != null) {
                    files.keep(growth.head());
                }
            } while (added == BATCH);
        }
    }

    /** A trouble is told once, not every second. */
    private void say(String trouble) {
        if (!trouble.isEmpty() && !trouble.equals(said)) {
            log.error("{}", trouble);
        }
        said = trouble;
    }

    private void pause() {
        try {
            if (running) {
                Thread.sleep(STAND_BY);
            }
        } catch (InterruptedException _) {
            running = false;
        }
    }
}
