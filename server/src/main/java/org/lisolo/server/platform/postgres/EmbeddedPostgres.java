package org.lisolo.server.platform.postgres;

import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL on 127.0.0.1 that lives as long as the server: started with it, started again when
 * it stops under it, stopped after it. Durable: what is committed survives a kill of either.
 *
 * <p>The process is our child, so its end is known at once. It keeps its port through every new
 * start, so that the pool finds it again by itself.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    // recovery after a crash reads at most max_wal_size, which a slow disk takes minutes for
    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final long CLEAN_STOP_SECONDS = 60;

    private final PostgresFolder folder;
    private final PostgresPrograms programs;
    private final String password;
    private final int port;
    private volatile Process process;
    private volatile boolean closed;

    private EmbeddedPostgres(PostgresFolder folder, PostgresPrograms programs, int port)
            throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.password = folder.password();
        this.port = port;
        this.process = launch();
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param binaries folder to unpack PostgreSQL's programs into, shared or not
     * @param port 0 for any that is free
     * @throws StartRefused if a person must do something first
     */
    public static EmbeddedPostgres start(DataFolder data, Path binaries, int port) {
        try {
            Path log = Files.createDirectories(data.resolve("log")).resolve("postgresql.log");
            var programs = new PostgresPrograms(PostgresBinaries.unpackedIn(binaries), log);
            var folder = new PostgresFolder(data);
            folder.prepare(programs);
            new Leftovers(folder.path(), programs).clear();
            var postgres = new EmbeddedPostgres(folder, programs, port == 0 ? freePort() : port);
            Thread.ofVirtual().name("postgres-watch").start(postgres::watch);
            return postgres;
        } catch (IOException e) {
            throw new StartRefused(
                    "The PostgreSQL that Lisolo brings along did not start: "
                            + e.getMessage()
                            + ".",
                    "Read "
                            + data.resolve("log").resolve("postgresql.log")
                            + ", or use a PostgreSQL of your own with --spring.datasource.url=…",
                    e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresFolder.DATABASE;
    }

    public String user() {
        return PostgresFolder.USER;
    }

    public String password() {
        return password;
    }

    /** The postmaster's, changes with each new start. */
    public long pid() {
        return process.pid();
    }

    private Process launch() throws IOException {
        Instant begun = Instant.now();
        Process started = programs.start(arguments());
        try {
            waitUntilItAnswers(started, begun);
        } catch (IOException e) {
            started.destroyForcibly();
            throw e;
        }
        log.info(
                "PostgreSQL {} answers on 127.0.0.1:{} after {} ms",
                PostgresBinaries.MAJOR,
                port,
                Duration.between(begun, Instant.now()).toMillis());
        return started;
    }

    private List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(
                        List.of("-D", folder.path().toString(), "-p", Integer.toString(port)));
        PostgresSettings.ALL.forEach(
                (name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private void waitUntilItAnswers(Process started, Instant begun) throws IOException {
        while (!answers()) {
            if (!started.isAlive()) {
                throw new IOException("it ended with exit code " + started.exitValue());
            }
            if (Duration.between(begun, Instant.now()).compareTo(LONGEST_START) > 0) {
                throw new IOException(
                        "it did not answer within " + LONGEST_START.toMinutes() + " min");
            }
            pause(Duration.ofMillis(30));
        }
    }

    private boolean answers() throws IOException {
        try (var connection =
                DriverManager.getConnection(url() + "?connectTimeout=5", user(), password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            // not listening yet, or still starting up; anything else will not mend itself by
            // waiting
            if (state.startsWith("08") || state.equals("57P03")) {
                return false;
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    private void watch() {
        while (!closed) {
            try {
                int code = process.waitFor();
                if (!closed) {
                    log.error(
                            "PostgreSQL stopped under us (exit code {}); starting it again", code);
                    startAgain();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void startAgain() {
        Duration wait = Duration.ofMillis(200);
        while (!closed) {
            try {
                new Leftovers(folder.path(), programs).clear();
                synchronized (this) {
                    if (!closed) {
                        process = launch();
                    }
                }
                return;
            } catch (IOException | StartRefused e) {
                log.error("PostgreSQL can't be started again yet: {}", e.getMessage());
                pause(wait);
                wait = Collections.min(List.of(wait.multipliedBy(2), LONGEST_PAUSE));
            }
        }
    }

    /** Stops it cleanly. The pool must be closed by then: connections still open are cut. */
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            try {
                if (process.isAlive()) {
                    programs.signal("INT", process.pid());
                }
                if (!process.waitFor(CLEAN_STOP_SECONDS, TimeUnit.SECONDS)) {
                    log.warn(
                            "PostgreSQL does not stop; ending it, it will recover at the next"
                                    + " start");
                    programs.signal("QUIT", process.pid());
                    process.waitFor(CLEAN_STOP_SECONDS, TimeUnit.SECONDS);
                }
            } catch (IOException e) {
                log.warn("PostgreSQL could not be stopped: {}", e.getMessage());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
