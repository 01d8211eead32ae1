package org.lisolo.server.operations;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.operations.BackupPlan.Hindrance;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One backup: written, read back to its end, and only then are older ones removed that it stands in
 * for. Whoever calls holds the lock, so no other node is at it.
 */
@Component
class BackupRound {
    private static final Logger log = LoggerFactory.getLogger(BackupRound.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'lisolo-'uuuu-MM-dd'T'HH-mm-ss'Z.backup'")
                    .withZone(ZoneOffset.UTC);

    private final BackupPlan plan;
    private final KeptBackupStore store;
    private final Path keys;
    private final Ids ids;
    private final Clock clock;

    BackupRound(BackupPlan plan, KeptBackupStore store, DataFolder data, Ids ids, Clock clock) {
        this.plan = plan;
        this.store = store;
        this.keys = data.resolve("keys");
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a node that is no more had begun: nobody else can hold the lock. One that was whole is
     * checked, of others the rest is removed.
     */
    void settleWhatWasLeft() {
        for (KeptBackup left : store.open()) {
            boolean good = false;
            try {
                Path file = plan.usableFolder().resolve(left.file());
                good = Files.exists(file) && check(file, plan.passphrase());
            } catch (Hindrance | Refused | SQLException e) {
                log.warn("backup {} can't be checked: {}", left.id(), e.getClass().getName());
            }
            if (good) {
                store.finish(left.id(), clock.instant());
            } else {
                plan.folder().ifPresent(folder -> remove(folder.resolve(left.file())));
                store.fail(left.id(), "interrupted", clock.instant());
            }
        }
    }

    /**
     * Reads it to its end.
     *
     * @throws Refused if it can't be
     */
    private static boolean check(Path file, String passphrase) throws SQLException {
        return !new Restore(file, passphrase, _ -> {}).check().isEmpty();
    }

    /**
     * Makes one.
     *
     * @param connection is used up
     * @param begun is called once nothing that is written can get into it any more
     * @return its id; failed or not, the store tells
     */
    UUID run(Connection connection, @Nullable UUID askedBy, Runnable begun) {
        Instant now = clock.instant();
        UUID id = ids.next();
        String file = NAME.format(now);
        var noting = new Noting(id, () -> store.begin(id, node(), file, askedBy, now), begun);
        try {
            Path folder = plan.usableFolder();
            String passphrase = plan.passphrase();
            checkSpace(folder);
            Path target = folder.resolve(file);
            long size = new Backup(keys, noting).write(connection, target, passphrase);
            connection.rollback();
            store.written(id, size);
            check(target, passphrase);
            store.finish(id, clock.instant());
            removeSurplus(folder);
        } catch (Hindrance e) {
            fail(noting, e.code(), e);
        } catch (Refused e) {
            plan.folder().ifPresent(folder -> remove(folder.resolve(file)));
            fail(noting, "check", e);
        } catch (IOException e) {
            fail(noting, "write", e);
        } catch (SQLException | RuntimeException e) {
            fail(noting, "database", e);
        }
        return id;
    }

    private void fail(Noting noting, String failure, Exception cause) {
        // the class only: a message may hold a path with a person's name, or worse
        log.error("backup {} failed ({}): {}", noting.id, failure, cause.getClass().getName());
        noting.begun();
        store.fail(noting.id, failure, clock.instant());
    }

    private void checkSpace(Path folder) throws Hindrance, IOException {
        long last = store.newestDone().map(KeptBackup::size).map(s -> s + s / 10).orElse(0L);
        if (Files.getFileStore(folder).getUsableSpace() < last) {
            throw new Hindrance("space");
        }
    }

    private void removeSurplus(Path folder) {
        Map<Instant, KeptBackup> here = new HashMap<>();
        for (KeptBackup backup : store.kept()) {
            if (Files.exists(folder.resolve(backup.file()))) {
                here.put(backup.begun(), backup);
            }
        }
        for (Instant begun : plan.retention().surplus(here.keySet())) {
            KeptBackup backup = requireNonNull(here.get(begun));
            if (remove(folder.resolve(backup.file()))) {
                store.removed(backup.id(), clock.instant());
            }
        }
    }

    private static boolean remove(Path file) {
        try {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".unfinished"));
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            log.warn("{} can't be removed: {}", file.getFileName(), e.getClass().getName());
            return false;
        }
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "?";
        }
    }

    /** Notes in the database how far it is; that note is in no backup, for it comes after. */
    private final class Noting implements Backup.Progress {
        private final UUID id;
        private final Runnable insert;
        private final Runnable then;
        private boolean begun;
        private int percent;

        Noting(UUID id, Runnable insert, Runnable then) {
            this.id = id;
            this.insert = insert;
            this.then = then;
        }

        @Override
        public void begun() {
            if (!begun) {
                begun = true;
                insert.run();
                then.run();
            }
        }

        @Override
        public void read(int now) {
            // a write for each percent is nothing beside what is read
            if (now > percent) {
                percent = now;
                store.advance(id, Math.min(now, 100));
            }
        }
    }
}
