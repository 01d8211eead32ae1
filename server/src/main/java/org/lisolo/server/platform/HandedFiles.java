package org.lisolo.server.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Files that people hand over, gone through in the background one after another. A file is durable
 * in its folder before anybody is told so, and stays until it is removed. What a stop, a crash or a
 * database that is away breaks off is taken up again; each node goes through those that were handed
 * to it. Thread-safe.
 */
public final class HandedFiles implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(HandedFiles.class);
    private static final Duration UPLOAD_AT_MOST = Duration.ofDays(1);
    private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(2);

    private final Path folder;
    private final String ending;
    private final Work work;
    private final Clock clock;
    private final LinkedBlockingQueue<UUID> queue = new LinkedBlockingQueue<>();
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;

    /** What is done with the files of one folder. */
    public interface Work {
        /** Those to be gone through, oldest first. */
        List<UUID> open();

        /** Those whose file is needed, among them all that are open. */
        Set<UUID> kept();

        /**
         * Goes through one from where it was left, as long as {@code goesOn} says so; not at all
         * where it is at its end. Called again after a {@link RuntimeException}, hence only what
         * another time may mend is thrown.
         */
        void goThrough(UUID id, BooleanSupplier goesOn);
    }

    /**
     * Those of one folder.
     *
     * @param ending of the files' names
     */
    public HandedFiles(Path folder, String ending, Work work, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.ending = ending;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Keeps the bytes, durably.
     *
     * @return how many there are
     */
    public long keep(UUID id, InputStream bytes) throws IOException {
        Path file = file(id);
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return Files.size(file);
    }

    /** It is gone through when its turn comes. */
    public void add(UUID id) {
        queue.add(id);
    }

    public Path file(UUID id) {
        return folder.resolve(id + ending);
    }

    public void remove(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            log.error("the file of {} can't be removed: {}", id, e.getClass().getName());
        }
    }

    private void run() {
        try {
            again(this::resume);
            while (running) {
                UUID id = queue.take();
                again(() -> work.goThrough(id, () -> running));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it succeeds or all is stopped. */
    private void again(Runnable step) throws InterruptedException {
        while (running) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (running) { // else it is the stop that broke it off
                    log.warn(
                            "the files of {} wait: {}",
                            folder.getFileName(),
                            e.getClass().getName());
                    Thread.sleep(AFTER_AN_OUTAGE);
                }
            }
        }
    }

    /** Those whose file lies in this folder; another node has its own. */
    private void resume() {
        work.open().stream()
                .filter(id -> Files.exists(file(id)))
                .filter(id -> !queue.contains(id))
                .forEach(queue::add);
        try {
            sweep(work.kept());
        } catch (IOException | UncheckedIOException e) {
            log.warn("left-over files could not be removed: {}", e.getClass().getName());
        }
    }

    /** Removes what a crash left of an upload that was never noted. */
    private void sweep(Set<UUID> kept) throws IOException {
        Instant before = clock.instant().minus(UPLOAD_AT_MOST);
        List<Path> needed = kept.stream().map(this::file).toList();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> !needed.contains(one)).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(folder.getFileName().toString()).start(this::run);
    }

    /** What is under way is left where it is, and taken up at the next start. */
    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
