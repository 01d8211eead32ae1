package org.lisolo.server.directory;

import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.HandedFiles;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Outage;
import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Takes tables in: reads one through and tells of each row what it would do; and after a yes does
 * it. What a stop or a crash breaks off begins anew, and a row that was taken in already is then
 * the same.
 */
@Service
class TableImports implements HandedFiles.Work, SmartLifecycle {
    static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Logger log = LoggerFactory.getLogger(TableImports.class);

    private final TableImportStore store;
    private final TableImportSteps steps;
    private final Organisations organisations;
    private final HandedFiles files;
    private final Ids ids;
    private final Clock clock;

    TableImports(
            TableImportStore store,
            TableImportSteps steps,
            Organisations organisations,
            DataFolder data,
            Ids ids,
            Clock clock)
            throws IOException {
        this.store = store;
        this.steps = steps;
        this.organisations = organisations;
        this.files = new HandedFiles(data.resolve("directory-imports"), ".csv", this, clock);
        this.ids = ids;
        this.clock = clock;
    }

    TableImport start(EntryKind kind, String fileName, InputStream bytes, SignedIn who)
            throws IOException {
        UUID id = ids.next();
        long size = files.keep(id, bytes);
        if (size == 0 || size > MOST_BYTES) {
            files.remove(id);
            throw Problem.invalid(
                            size == 0
                                    ? "directory.problem.file.missing"
                                    : "directory.problem.file.large")
                    .atField("file");
        }
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
        files.add(id);
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
        files.add(made.id());
    }

    void discard(TableImport made) {
        turn(made, TableImport.State.READY, TableImport.State.DISCARDED);
        files.remove(made.id());
    }

    private void turn(TableImport made, TableImport.State from, TableImport.State to) {
        if (!store.turn(made.id(), from, to, clock.instant())) {
            throw Problem.conflict("directory.problem.import.over");
        }
    }

    /** Tables and their reports go after three months, whatever became of them. */
    @Scheduled(initialDelay = 1, fixedRate = 24, timeUnit = TimeUnit.HOURS)
    void sweep() {
        store.sweep(clock.instant().minus(KEPT)).forEach(files::remove);
    }

    @Override
    public List<UUID> open() {
        return store.open().stream().map(TableImport::id).toList();
    }

    @Override
    public Set<UUID> kept() {
        return Set.copyOf(store.notOver());
    }

    @Override
    public void goThrough(UUID id, BooleanSupplier goesOn) {
        store.find(id).filter(made -> made.state().goesOn()).ifPresent(made -> go(made, goesOn));
    }

    private void go(TableImport made, BooleanSupplier goesOn) {
        try {
            steps.go(made, files.file(made.id()), organisations.zone(made.organisation()), goesOn);
            if (goesOn.getAsBoolean()) {
                finish(made);
            }
        } catch (Problem problem) {
            fail(made, problem.code());
        } catch (IOException | RuntimeException e) {
            if (e instanceof RuntimeException away && Outage.is(away)) {
                throw away;
            }
            if (goesOn.getAsBoolean()) { // else it is the stop that broke off the reading
                log.error(
                        "import {} of the directory failed: {}", made.id(), e.getClass().getName());
                fail(made, "directory.problem.file.unreadable");
            }
        }
    }

    private void finish(TableImport made) {
        boolean checked = made.state() == TableImport.State.CHECKING;
        store.turn(
                made.id(),
                made.state(),
                checked ? TableImport.State.READY : TableImport.State.DONE,
                clock.instant());
        if (!checked) {
            files.remove(made.id());
        }
    }

    private void fail(TableImport made, String why) {
        store.fail(made.id(), why, clock.instant());
        files.remove(made.id());
    }

    @Override
    public void start() {
        files.start();
    }

    @Override
    public void stop() {
        files.stop();
    }

    @Override
    public boolean isRunning() {
        return files.isRunning();
    }
}
