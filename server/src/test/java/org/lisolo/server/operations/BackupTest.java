package org.lisolo.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.evidence.LogCheck;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.QuickPasswords;
import org.lisolo.server.testing.Databases;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.OlderPostgres;
import org.lisolo.server.testing.Said;
import org.lisolo.testkit.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server is filled, backed up, lost and restored. */
class BackupTest {
    @TempDir Path folder;
    private final List<ConfigurableApplicationContext> servers = new ArrayList<>();
    private String said = "";

    @AfterEach
    void stop() {
        servers.forEach(ConfigurableApplicationContext::close);
    }

    private ConfigurableApplicationContext start(TestDatabase database, Path data) {
        var server =
                new SpringApplicationBuilder(
                                org.lisolo.server.ServerApplication.class, QuickPasswords.class)
                        .run(
                                "--server.port=0",
                                "--management.server.port=-1",
                                "--lisolo.demo=false",
                                "--spring.datasource.hikari.minimum-idle=0",
                                "--spring.datasource.url=" + database.url(),
                                "--lisolo.data=" + data);
        servers.add(server);
        return server;
    }

    private int operator(TestDatabase database, Path data, String... words) throws Exception {
        Path passphrase = folder.resolve("passphrase");
        Files.writeString(passphrase, "pirogue manioc fleuve lune\n");
        var all = new ArrayList<>(List.of(words));
        all.add("--passphrase-file=" + passphrase);
        all.add("--lisolo.data=" + data);
        all.add("--spring.datasource.url=" + database.url());
        all.add("--spring.datasource.hikari.minimum-idle=0");
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, UTF_8);
        int code = Operator.run(all.toArray(String[]::new), stream, stream);
        said = out.toString(UTF_8);
        return code;
    }

    private Hospital fill(ConfigurableApplicationContext server) {
        var hospital =
                Hospital.open(server.getBean(Organisations.class), server.getBean(Accounts.class));
        server.getBean(Blobs.class).keep("a picture".getBytes(UTF_8));
        return hospital;
    }

    private static void awaitLog(ConfigurableApplicationContext server, long size)
            throws InterruptedException {
        while (server.getBean(Log.class).size() < size) {
            Thread.sleep(20);
        }
    }

    @Test
    void whatWasLostIsThereAgainAndTheLogIsProven() throws Exception {
        TestDatabase first = Databases.migrated();
        var server = start(first, folder.resolve("data"));
        Hospital hospital = fill(server);
        Said one = Said.in(hospital.id()).text("Bonjour du fleuve");
        server.getBean(Inbox.class).accept(List.of(one.arrival()));
        awaitLog(server, 1);
        var working = new AtomicBoolean(true);
        var traffic =
                CompletableFuture.runAsync(
                        () -> {
                            while (working.get()) {
                                server.getBean(Inbox.class)
                                        .accept(List.of(Said.in(hospital.id()).arrival()));
                            }
                        });
        assertThat(operator(first, folder.resolve("data"), "operator")).as(() -> said).isZero();
        assertThat(said).contains("http://localhost:8080/welcome?link=", "within 30 minutes");
        Path file = folder.resolve("backup.lisolo");
        assertThat(operator(first, folder.resolve("data"), "backup", file.toString()))
                .as(() -> said)
                .isZero();
        working.set(false);
        traffic.join();
        server.close();
        first.drop();

        TestDatabase second = TestDatabase.empty();
        Path restored = folder.resolve("restored");
        assertThat(operator(second, restored, "restore", file.toString())).as(() -> said).isZero();
        assertThat(said).contains("The log is as it was signed").contains("message.event: ");

        var again = start(second, restored);
        assertThat(again.getBean(Messages.class).find(one.event().message(), Sight.ofPublic()))
                .get()
                .extracting(message -> message.current().text())
                .isEqualTo("Bonjour du fleuve");
        assertThat(again.getBean(Accounts.class).colleagues(hospital.id()))
                .extracting(colleague -> colleague.name())
                .contains(hospital.admin().name());
        String port = again.getEnvironment().getProperty("local.server.port");
        assertThat(hospital.admin().at(Integer.parseInt(port)).get("/work").status())
                .isEqualTo(200);
        assertThat(again.getBean(LogCheck.class).problem(Optional.empty(), false)).isEmpty();
        long size = again.getBean(Log.class).size();
        again.getBean(Inbox.class).accept(List.of(Said.in(hospital.id()).arrival()));
        awaitLog(again, size + 1);
    }

    @Test
    void aDamagedFileAnotherPassphraseOrAFullFolderIsRefusedBeforeAnythingIsTouched()
            throws Exception {
        TestDatabase database = Databases.migrated();
        Path data = folder.resolve("data");
        fill(start(database, data));
        Path file = folder.resolve("backup.lisolo");
        assertThat(operator(database, data, "backup", file.toString())).isZero();
        assertThat(operator(database, data, "backup", file.toString())).isOne();
        byte[] whole = Files.readAllBytes(file);
        assertThat(new String(whole, UTF_8)).doesNotContain("Bonjour", "account");

        TestDatabase empty = TestDatabase.empty();
        Path target = folder.resolve("target");
        Path damaged = folder.resolve("damaged");
        for (int cut : new int[] {0, 10, 60, whole.length / 2, whole.length - 1}) {
            Files.write(damaged, java.util.Arrays.copyOf(whole, cut));
            assertThat(operator(empty, target, "restore", damaged.toString())).isOne();
            assertThat(target).doesNotExist();
        }
        for (int at : new int[] {3, 20, 40, 50, whole.length / 2, whole.length - 1}) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(damaged, altered);
            assertThat(operator(empty, target, "restore", damaged.toString())).isOne();
            assertThat(target).doesNotExist();
        }
        Path other = folder.resolve("other-passphrase");
        Files.writeString(other, "une autre phrase secrète");
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, UTF_8);
        assertThat(
                        Operator.run(
                                new String[] {
                                    "restore",
                                    file.toString(),
                                    "--passphrase-file=" + other,
                                    "--lisolo.data=" + target
                                },
                                stream,
                                stream))
                .isOne();
        assertThat(out.toString(UTF_8)).contains("passphrase").contains("Nothing was changed");
        assertThat(operator(empty, data, "restore", file.toString())).isOne();
        assertThat(said).contains("is not empty");
        assertThat(operator(database, target, "restore", file.toString())).isOne();
        assertThat(said).contains("is not empty");
        assertThat(target.resolve("keys")).doesNotExist();
    }

    @Test
    void aShortenedHistoryIsRefusedAndNewerErasuresAreDoneAgain() throws Exception {
        TestDatabase database = Databases.migrated();
        Path data = folder.resolve("data");
        var server = start(database, data);
        Hospital hospital = fill(server);
        Said said1 = Said.in(hospital.id()).by("p1").text("à oublier");
        server.getBean(Inbox.class).accept(List.of(said1.arrival()));
        awaitLog(server, 1);
        Path file = folder.resolve("backup.lisolo");
        assertThat(operator(database, data, "backup", file.toString())).as(() -> said).isZero();
        server.getBean(Erasures.class)
                .eraseAuthor(hospital.id(), "p1", hospital.admin().account(), "demande du patient");
        awaitLog(server, 2);
        Path register = folder.resolve("erasures.tsv");
        assertThat(operator(database, data, "erasures", register.toString())).isZero();
        Path checkpoint = folder.resolve("checkpoint");
        Files.writeString(
                checkpoint, server.getBean(Log.class).checkpoint().orElseThrow().toString());
        server.close();

        TestDatabase target = TestDatabase.empty();
        Path restored = folder.resolve("restored");
        assertThat(
                        operator(
                                target,
                                restored,
                                "restore",
                                file.toString(),
                                "--checkpoint=" + checkpoint))
                .isOne();
        assertThat(said).contains("would be lost").contains("Nothing was restored");
        assertThat(restored.resolve("keys")).doesNotExist();

        // as the server keeps it beside the backups it makes by itself
        Files.move(register, folder.resolve(ErasureRegister.NAME));
        target = TestDatabase.empty();
        assertThat(
                        operator(
                                target,
                                restored,
                                "restore",
                                file.toString(),
                                "--checkpoint=" + checkpoint,
                                "--shorter"))
                .as(() -> said)
                .isZero();
        assertThat(said).contains("Erased again: 1 events");
        var again = start(target, restored);
        assertThat(again.getBean(Messages.class).find(said1.event().message(), Sight.ofPublic()))
                .isEmpty();
        assertThat(
                        again.getBean(JdbcClient.class)
                                .sql("select reason from message.erasure")
                                .query(String.class)
                                .single())
                .isEqualTo("demande du patient");
        awaitLog(again, 2);
    }

    @Test
    void movesFromPostgres15To18() throws Exception {
        Path file = folder.resolve("backup.lisolo");
        Said one;
        try (var postgres = OlderPostgres.start()) {
            Path data = folder.resolve("data");
            var server = start(postgres.database(), data);
            Hospital hospital = fill(server);
            one = Said.in(hospital.id()).text("écrit sous PostgreSQL 15");
            server.getBean(Inbox.class).accept(List.of(one.arrival()));
            awaitLog(server, 1);
            assertThat(operator(postgres.database(), data, "backup", file.toString()))
                    .as(() -> said)
                    .isZero();
            server.close();
        }
        TestDatabase newer = TestDatabase.empty();
        Path restored = folder.resolve("restored");
        assertThat(operator(newer, restored, "restore", file.toString())).as(() -> said).isZero();
        var again = start(newer, restored);
        assertThat(
                        again.getBean(JdbcClient.class)
                                .sql("show server_version")
                                .query(String.class)
                                .single())
                .startsWith("18.");
        assertThat(again.getBean(Messages.class).find(one.event().message(), Sight.ofPublic()))
                .isPresent();
    }
}
