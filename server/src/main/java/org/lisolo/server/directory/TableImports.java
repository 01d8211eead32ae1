package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Takes tables in: reads one through and tells of each row what it would do; and after a yes does
 * it. In the background, one after another; what a stop or a crash breaks off begins anew, and a
 * row that was taken in already is then the same.
 */
@Service
class TableImports implements SmartLifecycle {
    static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Logger log = LoggerFactory.getLogger(TableImports.class);

    private final TableImportStore store;
    private final TableImportSteps steps;
    private final Path folder;
    private final Ids ids;
    private final Clock clock;
    private final LinkedBlockingQueue<UUID> queue = new LinkedBlockingQueue<>();
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;

    TableImports(
            TableImportStore store, TableImportSteps steps, DataFolder data, Ids ids, Clock clock)
            throws IOException {
        this.store = store;
        this.steps = steps;
        this.folder = Files.createDirectories(data.resolve("directory-imports"));
        this.ids = ids;
        this.clock = clock;
    }

    TableImport start(EntryKind kind, String fileName, InputStream bytes, SignedIn who)
            throws IOException {
        UUID id = ids.next();
        Path file = file(id);
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        if (Files.size(file) == 0 || Files.size(file) > MOST_BYTES) {
            boolean empty = Files.size(file) == 0;
            Files.delete(file);
            throw Problem.invalid(
                            empty
                                    ? "directory.problem.file.missing"
                                    : "directory.problem.file.large")
                    .atField("file");
        }
        Files.writeString(zoneFile(id), who.zone().getId());
        var made =
                new TableImport(
                        id,
                        who.organisation(),
                        who.account(),
                        kind,
                        fileName,
                        TableImport.State.CHECKING,
                        "",
                        "",
                        "",
                        TableImport.Counts.NONE,
                        clock.instant());
        store.insert(made);
        queue.add(id);
        return made;
    }

    /** One of the organisation's own; another's is as if it were not there. */
    TableImport own(UUID id, SignedIn who) {
        return store.find(id)
                .filter(made -> made.organisation().equals(who.organisation()))
                .orElseThrow(() -> Problem.notFound("directory.problem.import.unknown"));
    }

    void apply(TableImport made) {
        turn(made, TableImport.State.READY, TableImport.State.APPLYING);
        queue.add(made.id());
    }

    void discard(TableImport made) {
        turn(made, TableImport.State.READY, TableImport.State.DISCARDED);
        remove(made.id());
    }

    private void turn(TableImport made, TableImport.State from, TableImport.State to) {
        if (!store.turn(made.id(), from, to, clock.instant())) {
            throw Problem.conflict("directory.problem.import.over");
        }
    }

    /** Tables and their reports go after three months, whatever became of them. */
    @Scheduled(initialDelay = 1, fixedRate = 24, timeUnit = TimeUnit.HOURS)
    void sweep() {
        store.sweep(clock.instant().minus(KEPT)).forEach(this::remove);
    }

    private Path file(UUID id) {
        return folder.resolve(id + ".csv");
    }

    private Path zoneFile(UUID id) {
        return folder.resolve(id + ".zone");
    }

    private void remove(UUID id) {
        try {
            Files.deleteIfExists(file(id));
            Files.deleteIfExists(zoneFile(id));
        } catch (IOException e) {
            log.warn("the file of import {} stays: {}", id, e.getClass().getName());
        }
    }

    private void run() {
        try {
            store.open().stream()
                    .map(TableImport::id)
                    .filter(id -> Files.exists(file(id)))
                    .forEach(queue::add);
            while (running) {
                step(queue.take());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("imports of the directory have ended", e);
        }
    }

    private void step(UUID id) {
        @Nullable TableImport made =
                store.find(id).filter(one -> one.state().goesOn()).orElse(null);
        if (made == null) {
            return;
        }
        try {
            ZoneId zone = ZoneId.of(Files.readString(zoneFile(id)));
            steps.go(made, file(id), zone, () -> running);
            if (!running) {
                return;
            }
            boolean checked = made.state() == TableImport.State.CHECKING;
            store.turn(
                    id,
                    made.state(),
                    checked ? TableImport.State.READY : TableImport.State.DONE,
                    clock.instant());
            if (!checked) {
                remove(id);
            }
        } catch (Problem problem) {
            store.fail(id, problem.code(), clock.instant());
            remove(id);
        } catch (IOException | RuntimeException e) {
            if (running) { // else it is the stop that broke off the reading
                log.error("import {} of the directory failed: {}", id, e.getClass().getName());
                store.fail(id, "directory.problem.file.unreadable", clock.instant());
                remove(id);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("directory-imports").start(this::run);
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
