package org.lisolo.server.platform.postgres;

import org.lisolo.server.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What an earlier server that was killed left behind in PostgreSQL's folder. Its PostgreSQL may
 * still run: it is stopped, because it is nobody's child now and has the settings of its day. Or
 * only its postmaster.pid is left, and the number in it may belong to another program by now, which
 * PostgreSQL would take for itself: then the file goes.
 *
 * <p>Who is at home is read from /proc: every process of PostgreSQL stays in its data folder. A
 * file is removed only when none is, since two at once would destroy the data. Call it under the
 * lock of the data folder.
 */
final class Leftovers {
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration CLEAN_STOP = Duration.ofSeconds(60);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);
    private static final Duration QUICK_STOP = Duration.ofSeconds(10);

    private final Path folder;
    private final PostgresPrograms programs;

    Leftovers(Path folder, PostgresPrograms programs) throws IOException {
        this.folder =
                folder.toRealPath(); // as /proc tells it, even when it is a link to another disk
        this.programs = programs;
    }

    void clear() throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        Optional<Long> named = readPid(pidFile);
        List<Long> running = running();
        if (!running.isEmpty()) {
            log.warn("a PostgreSQL of an earlier server still runs in {}: stopping it", folder);
            stop(named.filter(running::contains));
        }
        if (Files.deleteIfExists(pidFile)) {
            log.info("removed a postmaster.pid that no PostgreSQL stood behind");
        }
    }

    private void stop(Optional<Long> postmaster) throws IOException {
        if (postmaster.isPresent()) {
            programs.signal("INT", postmaster.get());
        }
        // without a postmaster nothing can end cleanly: what still runs is a query without a reader
        Duration patience = postmaster.isPresent() ? CLEAN_STOP : LAST_WORDS;
        if (within(patience, () -> running().isEmpty())) {
            return;
        }
        for (long pid : running()) {
            programs.signal("QUIT", pid);
        }
        if (!within(QUICK_STOP, () -> running().isEmpty())) {
            throw new StartRefused(
                    "A PostgreSQL of an earlier server in "
                            + folder
                            + " does not stop (processes "
                            + running()
                            + ").",
                    "End these processes, then start again.");
        }
    }

    /** The processes of PostgreSQL that live in the folder: postmaster, backends, workers. */
    List<Long> running() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::pid).filter(this::isOurs).toList();
        }
    }

    private boolean isOurs(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            // " (deleted)" follows when the binaries were replaced meanwhile
            String program = Files.readSymbolicLink(process.resolve("exe")).toString();
            return program.replace(" (deleted)", "").endsWith("/postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException _) {
            return false; // gone meanwhile, or another user's: ours run as the user we are
        }
    }

    private static Optional<Long> readPid(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(l -> l.matches("\\d+"))
                    .map(Long::valueOf);
        }
    }

    private static boolean within(Duration time, BooleanSupplier done) {
        Instant end = Instant.now().plus(time);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
