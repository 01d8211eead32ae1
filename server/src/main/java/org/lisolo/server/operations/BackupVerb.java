package org.lisolo.server.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** {@code lisolo backup FILE}: beside a running server, which goes on. */
final class BackupVerb {
    private final Operator operator;

    BackupVerb(Operator operator) {
        this.operator = operator;
    }

    int run() throws Exception {
        if (operator.words().size() != 1) {
            return operator.usage(
                    "lisolo backup FILE [--passphrase-file=FILE] [--lisolo.data=FOLDER]");
        }
        Path file = Path.of(operator.words().getFirst()).toAbsolutePath();
        if (Files.exists(file)) {
            throw new Refused(file + " is there already.");
        }
        String passphrase = operator.passphrase();
        RunningDatabase database = RunningDatabase.of(operator.settings());
        Instant begun = Instant.now();
        try (var connection = database.connect()) {
            long size = new Backup(database.keys(), tables()).write(connection, file, passphrase);
            operator.say(
                    "%s: %,d bytes in %d s. Without the passphrase nobody can read it, nor can you."
                            .formatted(
                                    file,
                                    size,
                                    Duration.between(begun, Instant.now()).toSeconds()));
        }
        return 0;
    }

    private Backup.Progress tables() {
        return new Backup.Progress() {
            @Override
            public void read(String table, long rows) {
                operator.say(table + ": " + rows);
            }
        };
    }
}
