package org.lisolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.testkit.NewHospital;
import org.lisolo.testkit.Program;
import org.lisolo.testkit.RunningServer;
import org.lisolo.testkit.Visitor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The data folder is destroyed, and the hospital goes on from last night's file: the packaged
 * server and the one command, under load as in life.
 */
class RestoreIT {
    private static final int LINES = 20;
    private static final String PASSPHRASE = "pirogue manioc fleuve lune";

    @TempDir Path house;
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final List<Thread> senders = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Path data;
    private RunningServer server;
    private Visitor admin;
    private String token;

    @BeforeEach
    void start() throws Exception {
        data = house.resolve("data");
        server = RunningServer.start(data);
        NewHospital hospital = NewHospital.on(server);
        admin = hospital.admin();
        token = hospital.channelToken();
    }

    @AfterEach
    void stop() throws Exception {
        stopSending();
        server.close();
    }

    @Test
    void whatWasAcknowledgedBeforeTheBackupOutlivesTheDataFolder() throws Exception {
        String forgotten = "à oublier " + Instant.now().toEpochMilli();
        assertThat(send(List.of("forgotten"), forgotten)).contains("\"accepted\"");
        for (int i = 0; i < 3; i++) {
            int sender = i;
            senders.add(Thread.ofPlatform().start(() -> sendOn(sender)));
        }
        awaitMore(200);

        Set<String> before = new TreeSet<>(acknowledged);
        Path file = house.resolve("lisolo.backup");
        Program backup = lisolo("backup", file.toString());
        assertThat(backup.exitCode()).as(backup.output()).isZero();
        awaitMore(200);
        erase("forgotten");
        stopSending();
        Path register = house.resolve("erasures.tsv");
        assertThat(lisolo("erasures", register.toString()).exitCode()).isZero();
        Path checkpoint = house.resolve("checkpoint");
        Files.writeString(checkpoint, checkpoint());

        server.kill();
        destroy(data);
        assertThat(data).doesNotExist();

        Program refused = restore(file, "--checkpoint=" + checkpoint);
        assertThat(refused.exitCode()).isOne();
        assertThat(refused.output()).contains("would be lost", "Nothing was restored");
        assertThat(data.resolve("keys")).doesNotExist();

        Program restored =
                restore(file, "--checkpoint=" + checkpoint, "--shorter", "--erasures=" + register);
        assertThat(restored.exitCode()).as(restored.output()).isZero();
        assertThat(restored.output()).contains("Erased again: 1 events");
        server.startAgain();

        assertThat(kept()).containsAll(before).doesNotContain("forgotten");
        assertThat(one("select count(*) from message.content where text = '" + forgotten + "'"))
                .isZero();
        assertThat(admin.get("/work/alerts").status()).as("still signed in").isEqualTo(200);
        assertThat(send(List.of("after"), "après")).contains("\"accepted\"");
        Program verified = verify();
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        Program against = verify("--checkpoint", checkpoint.toString());
        assertThat(against.exitCode()).as("the lost end is found out").isNotZero();
    }

    private Program lisolo(String... words) throws Exception {
        var command = new ArrayList<>(List.of("sh", "../lisolo"));
        command.addAll(List.of(words));
        command.add("--lisolo.data=" + data);
        return Program.run(
                Map.of(
                        "LISOLO_BACKUP_PASSPHRASE",
                        PASSPHRASE,
                        "LISOLO_JAVA",
                        Program.java(),
                        "LISOLO_JVM_OPTIONS",
                        "-XX:TieredStopAtLevel=1"),
                command);
    }

    private Program restore(Path file, String... options) throws Exception {
        var words = new ArrayList<>(List.of("restore", file.toString()));
        words.addAll(List.of(options));
        return lisolo(words.toArray(String[]::new));
    }

    private Program verify(String... options) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Program.java(),
                                "-jar",
                                Path.of("target", "lisolo.jar").toAbsolutePath().toString(),
                                "ledger",
                                "verify",
                                "--database",
                                RunningServer.databaseUrl(data)));
        command.addAll(List.of(options));
        return Program.run(Map.of(), command);
    }

    /** By its page, as the compliance officer that the administrator is here too. */
    private void erase(String networkId) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update people.membership set roles = '{ADMIN,COMPLIANCE}'");
        }
        String message =
                text(
                        "select e.message from message.event e join message.content c"
                                + " on c.event = e.id where c.network_id = '"
                                + networkId
                                + "'");
        String page = "/work/archive/messages/" + message + "/erase";
        assertThat(admin.get(page).status()).isEqualTo(200);
        Visitor.Page erased =
                admin.post(page, "what", "message", "reason", "Demande de la personne");
        assertThat(erased.location()).as(erased.body()).contains("/work/archive");
    }

    private String checkpoint() throws Exception {
        return http.send(
                        HttpRequest.newBuilder(server.address("/log/checkpoint")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** A machine that loses its disk loses what ran on it: a database still at work would write. */
    private static void destroy(Path folder) throws Exception {
        String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        ProcessHandle database = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(database), database.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().get();
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void stopSending() throws InterruptedException {
        working.set(false);
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private void awaitMore(int events) throws InterruptedException {
        int wanted = acknowledged.size() + events;
        while (acknowledged.size() < wanted) {
            assertThat(senders).as("senders at work").allMatch(Thread::isAlive);
            Thread.sleep(20);
        }
    }

    private void sendOn(int sender) {
        for (int turn = 0; working.get(); turn++) {
            String begin = sender + "-" + turn + "-";
            List<String> ids = IntStream.range(0, LINES).mapToObj(i -> begin + i).toList();
            try {
                String[] lines = send(ids, "Bonjour du fleuve").split("\n");
                for (int i = 0; i < lines.length; i++) {
                    if (lines[i].contains("\"accepted\"")) {
                        acknowledged.add(ids.get(i));
                    }
                }
                Thread.sleep(20);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String send(List<String> ids, String text) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (String id : ids) {
            body.append(
                    """
                    {"event":"create","id":"%s","author":{"id":"p-%s"},"text":"%s",\
                    "happenedAt":"2026-03-12T14:05:00Z"}
                    """
                            .formatted(id, id, text));
        }
        return http.send(
                        HttpRequest.newBuilder(server.address("/api/v1/events"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/x-ndjson")
                                .timeout(Duration.ofMinutes(1))
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Set<String> kept() throws Exception {
        Set<String> kept = new TreeSet<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select network_id from message.content")) {
            while (rows.next()) {
                kept.add(rows.getString(1));
            }
        }
        return kept;
    }

    private long one(String query) throws Exception {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(RunningServer.databaseUrl(data));
    }
}
