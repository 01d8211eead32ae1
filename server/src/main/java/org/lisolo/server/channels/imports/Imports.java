package org.lisolo.server.channels.imports;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.channels.intake.Intake;
import org.lisolo.server.channels.intake.Line;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.HandedFiles;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;

/**
 * Reads files in the background, one after another. After a crash it goes on behind the last batch
 * whose events are durable; a batch that was kept but not noted comes again, and its events are
 * known.
 */
@Service
class Imports implements HandedFiles.Work, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Imports.class);

    private final ImportStore store;
    private final Intake intake;
    private final Channels channels;
    private final HandedFiles files;
    private final Ids ids;
    private final Clock clock;

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
        this.files = new HandedFiles(data.resolve("imports"), "", this, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps the file, durably noted, and returns; it is read afterwards. */
    ImportJob start(Channel channel, String fileName, InputStream bytes, SignedIn who)
            throws IOException {
        UUID id = ids.next();
        long size = files.keep(id, bytes);
        if (size == 0) {
            files.remove(id);
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
        files.add(id);
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

    @Override
    public List<UUID> open() {
        return store.open().stream().map(ImportJob::id).toList();
    }

    @Override
    public Set<UUID> kept() {
        return Set.copyOf(open());
    }

    @Override
    public void goThrough(UUID id, BooleanSupplier goesOn) {
        store.find(id).filter(job -> job.state().goesOn()).ifPresent(job -> read(job, goesOn));
    }

    private void read(ImportJob job, BooleanSupplier goesOn) {
        Path file = files.file(job.id());
        Channel channel = channels.find(job.channel(), job.organisation()).orElseThrow();
        try (ImportFile in = ImportFile.open(file, job.progress())) {
            List<Line> batch = in.next();
            while (goesOn.getAsBoolean() && !batch.isEmpty()) {
                Line last = batch.getLast();
                var answers = intake.take(channel, batch);
                store.advance(job.id(), last.end(), last.number(), answers);
                batch = in.next();
            }
            if (batch.isEmpty()) {
                end(job, null);
            }
        } catch (ImportFile.ArrayTooLarge _) {
            end(job, "array-too-large");
        } catch (ZipException _) {
            end(job, "not-gzip");
        } catch (IOException e) {
            if (goesOn.getAsBoolean()) { // else it is the stop that broke off the reading
                log.error("the file of import {} can't be read", job.id(), e);
                end(job, "unreadable");
            }
        }
    }

    private void end(ImportJob job, @Nullable String failure) {
        store.finish(job.id(), clock.instant(), failure);
        files.remove(job.id());
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
