package org.lisolo.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.QuickPasswords;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.Databases;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.testkit.TestDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Backups that the server makes by itself. */
class ScheduledBackupsTest {
    @TempDir Path home;
    private final TestDatabase database = Databases.migrated();
    private final List<ConfigurableApplicationContext> servers = new ArrayList<>();
    private Path folder;
    private Path passphrase;
    private ConfigurableApplicationContext server;
    private Hospital hospital;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(home.resolve("backups"));
        passphrase = home.resolve("passphrase");
        Files.writeString(passphrase, "pirogue manioc fleuve lune\n");
        server = start(home.resolve("data"));
        hospital =
                Hospital.open(server.getBean(Organisations.class), server.getBean(Accounts.class));
    }

    @AfterEach
    void stop() {
        servers.forEach(ConfigurableApplicationContext::close);
        database.drop();
    }

    private ConfigurableApplicationContext start(Path data) {
        var started =
                new SpringApplicationBuilder(
                                org.lisolo.server.ServerApplication.class, QuickPasswords.class)
                        .run(
                                "--server.port=0",
                                "--management.server.port=-1",
                                "--lisolo.demo=false",
                                "--spring.datasource.hikari.minimum-idle=0",
                                "--spring.datasource.url=" + database.url(),
                                "--lisolo.backup.folder=" + folder,
                                "--lisolo.backup.passphrase-file=" + passphrase,
                                "--lisolo.data=" + data);
        servers.add(started);
        return started;
    }

    private List<KeptBackup> made() {
        return server.getBean(KeptBackupStore.class).latest(10);
    }

    private void look() {
        server.getBean(Backups.class).look();
    }

    /** As if the last try had been so long ago that the next is due. */
    private void letADayPass() {
        server.getBean(JdbcClient.class)
                .sql("update operations.backup set begun_at = begun_at - interval '1 day'")
                .update();
    }

    private int port(ConfigurableApplicationContext of) {
        return Integer.parseInt(of.getEnvironment().getProperty("local.server.port"));
    }

    @Test
    void oneIsMadeCheckedEnteredInTheTrailAndNoneMoreUntilTheNextIsDue() throws Exception {
        look();
        KeptBackup first = made().getFirst();
        assertThat(first.state()).isEqualTo(KeptBackup.State.DONE);
        assertThat(first.percent()).isEqualTo(100);
        Path file = folder.resolve(first.file());
        assertThat(first.size()).isEqualTo(Files.size(file));
        assertThat(new Restore(file, "pirogue manioc fleuve lune", _ -> {}).check())
                .containsKeys("people", "message", "evidence", "operations");
        assertThat(trailOf(first.id())).containsExactly("BACK_UP");

        look();
        assertThat(made()).hasSize(1);
        letADayPass();
        look();
        assertThat(made()).hasSize(2);
    }

    private List<String> trailOf(UUID backup) {
        return server.getBean(JdbcClient.class)
                .sql("select action from evidence.audit where 'backups:' || ? = any (things)")
                .param(backup.toString())
                .query(String.class)
                .list();
    }

    @Test
    void ofTwoNodesOneDoesIt() throws Exception {
        Path data = Files.createDirectory(home.resolve("other"));
        FileSystemUtils.copyRecursively(home.resolve("data").resolve("keys"), data.resolve("keys"));
        var other = start(data).getBean(Backups.class);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(this::look),
                        CompletableFuture.runAsync(other::look))
                .join();
        assertThat(made()).extracting(KeptBackup::state).containsExactly(KeptBackup.State.DONE);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".backup"))).hasSize(1);
        }
    }

    @Test
    void aFailureIsNoticedAndRetriedAndTakesNothingAway() throws Exception {
        look();
        Path good = folder.resolve(made().getFirst().file());
        Visitor admin = hospital.admin().at(port(server));
        assertThat(admin.get("/work").text()).doesNotContain("Sauvegarde à rétablir");

        letADayPass();
        Files.move(passphrase, home.resolve("aside"));
        look();
        assertThat(made().getFirst().failure()).isEqualTo("passphrase");
        assertThat(admin.get("/work").text())
                .contains("Sauvegarde à rétablir", "La phrase secrète des sauvegardes manque");
        assertThat(admin.get("/work/backups").text()).contains("Échec", "Vérifiée");
        assertThat(good).exists();

        Files.move(home.resolve("aside"), passphrase);
        look();
        assertThat(made()).as("not at once again").hasSize(2);
        letADayPass();
        Path aside = Files.move(folder, home.resolve("elsewhere"));
        look();
        assertThat(made().getFirst().failure()).isEqualTo("folder");
        Files.move(aside, folder);
        letADayPass();
        look();
        assertThat(made().getFirst().isDone()).isTrue();
        assertThat(admin.get("/work").text()).doesNotContain("Sauvegarde à rétablir");
    }

    @Test
    void olderOnesGoOnceANewerIsWholeAndOnlyThoseThatAreOurs() throws Exception {
        Path foreign = Files.writeString(folder.resolve("lisolo-2020-01-01T00-00-00Z.backup"), "?");
        look();
        Path first = folder.resolve(made().getFirst().file());
        datedBack("2020-01-01T04:00:00Z");
        UUID elsewhere = insertOld("2020-01-02T04:00:00Z");
        look();
        assertThat(made()).hasSize(3);
        Path second = folder.resolve(made().getFirst().file());
        assertThat(first).as("no other of its day").exists();
        datedBack("2020-01-01T06:00:00Z");
        look();
        assertThat(made().getFirst().isDone()).isTrue();
        assertThat(first).as("of one day the newest stays").doesNotExist();
        assertThat(second).exists();
        assertThat(foreign).exists();
        assertThat(made())
                .filteredOn(backup -> backup.removed() != null)
                .extracting(KeptBackup::file)
                .containsExactly(first.getFileName().toString());
        assertThat(made()).extracting(KeptBackup::id).contains(elsewhere);
    }

    private void datedBack(String begun) {
        server.getBean(JdbcClient.class)
                .sql("update operations.backup set begun_at = ? where id = ?")
                .params(Timestamp.from(Instant.parse(begun)), made().getFirst().id())
                .update();
    }

    /** A row whose file another node has. */
    private UUID insertOld(String begun) {
        UUID id = new UUID(System.currentTimeMillis() << 16, 1);
        server.getBean(KeptBackupStore.class)
                .begin(id, "elsewhere", "not-here.backup", null, Instant.parse(begun));
        server.getBean(KeptBackupStore.class).finish(id, Instant.parse(begun));
        return id;
    }

    @Test
    void whatADyingNodeLeftIsCheckedOrGivenUp() throws Exception {
        look();
        KeptBackup whole = made().getFirst();
        server.getBean(JdbcClient.class)
                .sql("update operations.backup set state = 'CHECKING', ended_at = null")
                .update();
        UUID torn = UUID.randomUUID();
        server.getBean(KeptBackupStore.class)
                .begin(torn, "here", "torn.backup", null, whole.begun());
        Path unfinished = Files.writeString(folder.resolve("torn.backup.unfinished"), "half");
        UUID bad = UUID.randomUUID();
        server.getBean(KeptBackupStore.class).begin(bad, "here", "bad.backup", null, whole.begun());
        server.getBean(KeptBackupStore.class).written(bad, 3);
        Path damaged = Files.write(folder.resolve("bad.backup"), "bad".getBytes(UTF_8));

        server.getBean(BackupRound.class).settleWhatWasLeft();
        assertThat(made())
                .extracting(KeptBackup::id, KeptBackup::state)
                .contains(
                        tuple(whole.id(), KeptBackup.State.DONE),
                        tuple(torn, KeptBackup.State.FAILED),
                        tuple(bad, KeptBackup.State.FAILED));
        assertThat(folder.resolve(whole.file())).exists();
        assertThat(unfinished).doesNotExist();
        assertThat(damaged).doesNotExist();
    }

    @Test
    void theAdministratorWhoRunsTheServerMakesOneByAButtonAndNobodyElse() throws Exception {
        int port = port(server);
        Visitor admin = hospital.admin().at(port);
        Visitor.Page asked = post(admin);
        assertThat(admin.follow(asked).text()).contains("La sauvegarde a commencé");
        while (made().getFirst().goesOn()) {
            Thread.sleep(20);
        }
        assertThat(made().getFirst().askedBy()).isEqualTo(hospital.admin().account().value());
        assertThat(admin.get("/work/backups").text())
                .contains("Vérifiée", "Demandée par " + hospital.admin().name(), folder.toString())
                .doesNotContain("pirogue");

        assertThat(post(hospital.compliance().at(port)).status()).isEqualTo(403);
        var others =
                Hospital.open(server.getBean(Organisations.class), server.getBean(Accounts.class));
        Visitor stranger = others.admin().at(port);
        assertThat(post(stranger).status()).isEqualTo(403);
        assertThat(stranger.get("/work/backups").text())
                .contains("tenues par l’organisation qui fait fonctionner ce serveur")
                .doesNotContain(folder.toString(), "Demandée par");
    }

    private static Visitor.Page post(Visitor visitor) {
        visitor.get("/account");
        return visitor.post("/work/backups");
    }

    @Test
    void theRegisterOfErasuresLiesBesideThemAndOnlyGrows() throws Exception {
        Path register = folder.resolve(ErasureRegister.NAME);
        look();
        assertThat(ErasureRegister.read(Files.readString(register))).isEmpty();

        server.getBean(Inbox.class)
                .accept(List.of(Said.in(hospital.id()).by("p1").text("à oublier").arrival()));
        erase("demande\tdu patient");
        look();
        assertThat(ErasureRegister.read(Files.readString(register)))
                .extracting(Erasures.Erased::event, Erasures.Erased::reason)
                .containsExactly(tuple(erased(), "demande du patient"));

        var elsewhere = new Erasures.Erased(UUID.randomUUID(), UUID.randomUUID(), "avant");
        Files.writeString(
                register,
                Files.readString(register)
                        + ErasureRegister.text(List.of(elsewhere)).lines().skip(1).findFirst().get()
                        + "\n");
        server.getBean(Inbox.class)
                .accept(List.of(Said.in(hospital.id()).by("p1").text("aussi").arrival()));
        erase("encore");
        look();
        assertThat(ErasureRegister.read(Files.readString(register)))
                .as("what the database does not know stays")
                .hasSize(3)
                .contains(elsewhere);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".unfinished"));
        }
    }

    private UUID erased() {
        return server.getBean(JdbcClient.class)
                .sql("select event from message.erasure")
                .query(UUID.class)
                .single();
    }

    private void erase(String reason) {
        server.getBean(Erasures.class)
                .eraseAuthor(hospital.id(), "p1", hospital.admin().account(), reason);
    }

    @Test
    void aFolderInTheDataFolderIsRefused() throws Exception {
        folder = Files.createDirectory(home.resolve("data").resolve("mine"));
        server.close();
        server = start(home.resolve("data"));
        var plan = server.getBean(BackupPlan.class);
        assertThatThrownBy(plan::usableFolder).hasMessage("inside");
        assertThatThrownBy(() -> server.getBean(Backups.class).begin(hospital.admin().signedIn()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("backups.failure.inside");
    }
}
