package org.lisolo.server.channels.imports;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.channels.intake.Intake;
import org.lisolo.server.channels.intake.Line;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Reads files in the background, one after another. A file stays in the data folder until it is
 * read, then it is removed. After a crash it goes on behind the last batch whose events are
 * durable; a batch that was kept but not noted comes again, and its events are known.
 */
@Service
class Imports implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final Duration UPLOAD_AT_MOST = Duration.ofDays(1);
    private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(2);

    private final ImportStore store;
    private final Intake intake;
    private final Channels channels;
    private final Path folder;
    private final Ids ids;
    private final Clock clock;
    private final LinkedBlockingQueue<UUID> queue = new LinkedBlockingQueue<>();
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;

    Imports(
            ImportStore store,
            Intake intake,
            Channels channels,
            DataFolder data,
            Ids ids,
            Clock clock)
            throws IOException {
        this.store = store;
        this.intake = intake;
        this.channels = channels;
        this.folder = Files.createDirectories(data.resolve("imports"));
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps the file, durably noted, and returns; it is read afterwards. */
    ImportJob start(Channel channel, String fileName, InputStream bytes, SignedIn who)
            throws IOException {
        UUID id = ids.next();
        Path file = folder.resolve(id.toString());
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        long size = Files.size(file);
        if (size == 0) {
            Files.delete(file);
            throw Problem.invalid("channels.import.file.missing").atField("file");
        }
        var nothing = new ImportJob.Progress(0, 0, 0, 0, 0, 0, 0);
        var job =
                new ImportJob(
                        id,
                        channel.organisation(),
                        channel.id(),
                        fileName,
                        size,
                        ImportJob.State.WAITING,
                        clock.instant(),
                        null,
                        null,
                        nothing);
        store.insert(job, who.account());
        queue.add(id);
        return job;
    }

    ImportJob find(UUID id, SignedIn who) {
        return store.find(id)
                .filter(job -> job.organisation().equals(who.organisation()))
                .orElseThrow(() -> Problem.notFound("channels.import.unknown"));
    }

    List<ImportJob> latest(SignedIn who) {
        return store.latest(who.organisation(), 50);
    }

    /** In the order of their lines. */
    void refusals(ImportJob job, BiConsumer<Long, Reason> each) {
        store.refusals(job.id(), each);
    }

    private void run() {
        try {
            resume();
            while (running) {
                Optional<ImportJob> job = store.find(queue.take());
                if (job.isPresent()) {
                    untilItEnds(job.get());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Removes what a crash left of an upload that was never noted. */
    private void sweep(Set<UUID> open) throws IOException {
        Instant before = clock.instant().minus(UPLOAD_AT_MOST);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                boolean named = open.stream().anyMatch(id -> file.endsWith(id.toString()));
                if (!named && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Those whose file lies in this folder; another node has its own. */
    private void resume() throws InterruptedException {
        while (running) {
            try {
                Set<UUID> open = store.open().stream().map(ImportJob::id).collect(toSet());
                open.stream()
                        .filter(id -> Files.exists(folder.resolve(id.toString())))
                        .filter(id -> !queue.contains(id))
                        .forEach(queue::add);
                sweep(open);
                return;
            } catch (IOException e) {
                log.warn("left-over files could not be removed: {}", e.getClass().getName());
                return;
            } catch (RuntimeException e) {
                log.warn("imports wait for the database: {}", e.getClass().getName());
                Thread.sleep(AFTER_AN_OUTAGE);
            }
        }
    }

    private void untilItEnds(ImportJob job) throws InterruptedException {
        while (running) {
            try {
                ImportJob now = store.find(job.id()).orElse(job);
                if (now.state().goesOn()) {
                    read(now);
                }
                return;
            } catch (RuntimeException e) {
                log.warn("import {} waits: {}", job.id(), e.getClass().getName());
                Thread.sleep(AFTER_AN_OUTAGE);
            }
        }
    }

    private void read(ImportJob job) {
        Path file = folder.resolve(job.id().toString());
        Channel channel = channels.find(job.channel(), job.organisation()).orElseThrow();
        try (ImportFile in = ImportFile.open(file, job.progress())) {
            List<Line> batch = in.next();
            while (running && !batch.isEmpty()) {
                Line last = batch.getLast();
                var answers = intake.take(channel, batch);
                store.advance(job.id(), last.end(), last.number(), answers);
                batch = in.next();
            }
            if (batch.isEmpty()) {
                end(job, file, null);
            }
        } catch (ImportFile.ArrayTooLarge _) {
            end(job, file, "array-too-large");
        } catch (ZipException _) {
            end(job, file, "not-gzip");
        } catch (IOException e) {
            if (running) { // else it is the stop that broke off the reading
                log.error("the file of import {} can't be read", job.id(), e);
                end(job, file, "unreadable");
            }
        }
    }

    private void end(ImportJob job, Path file, @Nullable String failure) {
        store.finish(job.id(), clock.instant(), failure);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.error("the file of import {} can't be removed", job.id(), e);
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("imports").start(this::run);
    }

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
