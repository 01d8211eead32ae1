package org.lisolo.server.operations;

import org.lisolo.ledger.SignedNote;
import org.lisolo.server.evidence.LogCheck;
import org.lisolo.server.message.Erasures;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * {@code lisolo restore FILE}: into a data folder and a database that are empty. The schema is made
 * by the migrations as far as the backup's had come, filled, and then migrated to the end, so a
 * backup of an older Lisolo, or from an older PostgreSQL, becomes one of today.
 */
final class RestoreVerb {
    private final Operator operator;
    private final Class<?> application;

    RestoreVerb(Operator operator) {
        this.operator = operator;
        try {
            // the application that all modules hang on lies above them
            this.application = Class.forName("org.lisolo.server.ServerApplication");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    int run() throws Exception {
        if (operator.words().size() != 1) {
            return operator.usage(
                    """
                    lisolo restore FILE [--passphrase-file=FILE] [--lisolo.data=FOLDER]
                      --checkpoint=FILE  the newest checkpoint you know of; a shorter log is refused
                      --shorter          restore it all the same: what came later is lost
                      --erasures=FILE    a newer register of erasures (lisolo erasures), done again;
                                         else lisolo-erasures.tsv beside the backup\
                    """);
        }
        Path file = Path.of(operator.words().getFirst());
        if (!Files.isReadable(file)) {
            throw new Refused("The file " + file + " can't be read.");
        }
        Optional<SignedNote> known =
                operator.option("checkpoint")
                        .map(Operator::read)
                        .map(n -> SignedNote.parse(n + "\n"));
        Optional<String> register =
                operator.option("erasures").map(Operator::read).or(() -> beside(file));
        var restore = new Restore(file, operator.passphrase(), operator::say);
        Map<String, String> versions = restore.check();
        operator.say("The backup is whole.");
        Path data = RestoreVerb.emptyFolder(operator);
        try {
            fill(restore, data, versions);
            finish(known, register);
        } catch (Exception e) {
            FileSystemUtils.deleteRecursively(data.resolve("keys"));
            FileSystemUtils.deleteRecursively(data.resolve("postgres"));
            Files.deleteIfExists(data.resolve("postgres-password"));
            throw e;
        }
        operator.say("Restored. Start the server: ./lisolo start");
        return 0;
    }

    /** The register that the server keeps beside the backups it makes by itself. */
    private Optional<String> beside(Path file) {
        Path register = file.toAbsolutePath().resolveSibling(ErasureRegister.NAME);
        if (!Files.exists(register)) {
            return Optional.empty();
        }
        operator.say("The register of erasures beside it is done again.");
        return Optional.of(Operator.read(register.toString()));
    }

    private static Path emptyFolder(Operator operator) throws IOException {
        Path data = RunningDatabase.settings(operator.settings(), RunningDatabase::dataFolder);
        for (String there : new String[] {"postgres", "keys"}) {
            if (Files.exists(data.resolve(there))) {
                throw new Refused(
                        "The data folder "
                                + data
                                + " is not empty. Move it aside first, or name another with"
                                + " --lisolo.data=FOLDER. Nothing was changed.");
            }
        }
        return Files.createDirectories(data);
    }

    private void fill(Restore restore, Path data, Map<String, String> versions) throws Exception {
        Path keys =
                Files.createDirectory(
                        data.resolve("keys"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        restore.writeKeys(keys);
        String migrated =
                versions.entrySet().stream()
                        .map(version -> version.getKey() + ":" + version.getValue())
                        .collect(Collectors.joining(","));
        try (var context = started("--lisolo.migrate-to=" + migrated);
                var connection = context.getBean(DataSource.class).getConnection()) {
            restore.fill(connection);
        }
    }

    private void finish(Optional<SignedNote> known, Optional<String> register) {
        try (var context = started()) {
            LogCheck log = context.getBean(LogCheck.class);
            String problem = log.problem(known, operator.option("shorter").isPresent());
            if (!problem.isEmpty()) {
                throw new Refused(problem + " Nothing was restored.");
            }
            operator.say("The log is as it was signed: " + log.size() + " entries.");
            register.ifPresent(
                    text ->
                            operator.say(
                                    "Erased again: "
                                            + context.getBean(Erasures.class)
                                                    .eraseAgain(ErasureRegister.read(text))
                                            + " events."));
        }
    }

    /** All that is needed is brought to life when it is asked for, and nothing else. */
    private ConfigurableApplicationContext started(String... more) {
        String[] settings = operator.settings(more);
        var all = new java.util.ArrayList<>(java.util.List.of(settings));
        all.add("--lisolo.demo=false");
        all.add("--lisolo.log.sequencer=false");
        all.add("--logging.level.root=warn");
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .run(all.toArray(String[]::new));
    }
}
