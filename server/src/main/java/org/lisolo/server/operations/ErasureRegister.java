package org.lisolo.server.operations;

import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Erasures.Erased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * The register of erasures as a file beside the backups, written anew within half a minute of an
 * erasure, so that a backup from before is restored without what was forgotten since. It only ever
 * grows: what it holds and the database does not, because an older one was restored, stays. Of
 * several servers on one folder each writes it as a whole.
 */
@Component
class ErasureRegister {
    static final String NAME = "lisolo-erasures.tsv";
    private static final String HEAD = "event\tby\treason\n";
    private static final Logger log = LoggerFactory.getLogger(ErasureRegister.class);

    private final BackupPlan plan;
    private final Erasures erasures;
    private final DataSource database;
    private long written = -1;

    ErasureRegister(BackupPlan plan, Erasures erasures, DataSource database) {
        this.plan = plan;
        this.erasures = erasures;
        this.database = database;
    }

    /** Writes it where it is missing, or there were erasures since. */
    synchronized void keep() {
        try {
            Path file = plan.usableFolder().resolve(NAME);
            long now = erasures.count();
            if (now != written || !Files.exists(file)) {
                write(file);
                written = now;
            }
        } catch (BackupPlan.Hindrance _) {
            // what hinders backups is told of them
        } catch (IOException | SQLException | DataAccessException | Refused e) {
            log.warn("the register of erasures can't be kept: {}", e.getClass().getName());
        }
    }

    private void write(Path file) throws IOException, SQLException {
        Map<UUID, Erased> all = new LinkedHashMap<>();
        try {
            read(Files.readString(file)).forEach(one -> all.put(one.event(), one));
        } catch (NoSuchFileException _) {
            // the first
        }
        try (var connection = database.getConnection()) {
            Erasures.register(connection).forEach(one -> all.put(one.event(), one));
        }
        Path unfinished =
                Files.createTempFile(
                        file.getParent(),
                        NAME,
                        ".unfinished",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(unfinished, text(List.copyOf(all.values())));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    static String text(List<Erased> register) {
        return register.stream()
                .map(e -> e.event() + "\t" + e.by() + "\t" + oneLine(e.reason()) + "\n")
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String oneLine(String reason) {
        return reason.replaceAll("\\s+", " ");
    }

    /**
     * What {@link #text} wrote.
     *
     * @throws Refused if it is something else
     */
    static List<Erased> read(String text) {
        if (!(text + "\n").startsWith(HEAD)) {
            throw new Refused("This is no register of erasures. Nothing was restored.");
        }
        return text.lines()
                .skip(1)
                .map(line -> line.split("\t", 3))
                .map(
                        cells ->
                                new Erased(
                                        UUID.fromString(cells[0]),
                                        UUID.fromString(cells[1]),
                                        cells[2]))
                .toList();
    }
}
