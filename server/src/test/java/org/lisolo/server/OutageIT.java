package org.lisolo.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.testkit.NewHospital;
import org.lisolo.testkit.RunningServer;
import org.lisolo.testkit.Visitor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** PostgreSQL goes away under load: clear errors meanwhile, recovery by itself, nothing lost. */
class OutageIT {
    private static final int LINES = 20;

    @TempDir Path data;
    private RunningServer server;
    private Visitor admin;
    private String token;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final Set<String> answers = new ConcurrentSkipListSet<>();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final List<Thread> senders = new ArrayList<>();

    @BeforeEach
    void startUnderLoad() throws Exception {
        server = RunningServer.start(data);
        NewHospital hospital = NewHospital.on(server);
        admin = hospital.admin();
        token = hospital.channelToken();
        for (int i = 0; i < 4; i++) {
            int sender = i;
            senders.add(Thread.ofPlatform().start(() -> sendOn(sender)));
        }
        awaitMore(200);
    }

    @AfterEach
    void stop() throws Exception {
        working.set(false);
        for (Thread sender : senders) {
            sender.join();
        }
        server.close();
    }

    @Test
    void saysSoOnPagesAndToProgramsAndLosesNothing() throws Exception {
        Path control = data.resolve("postgres/global/pg_control");
        Path aside = data.resolve("pg_control");
        Files.move(control, aside);
        killPostgres();
        server.awaitLog("can't be started again yet");

        Visitor.Page page = admin.get("/work/alerts");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Lisolo se remet en route").doesNotContain("Exception");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> refused = post(List.of("late"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"code\"", "unavailable");

        Files.move(aside, control);
        server.awaitHealth(Duration.ofMinutes(2));
        awaitMore(500);
        assertThat(admin.get("/work/alerts").status()).as("still signed in").isEqualTo(200);
        nothingAcknowledgedIsLost();
    }

    @Test
    void loadGoesOnWhereItsDatabaseDiesAgainAndAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            killPostgres();
            server.awaitHealth(Duration.ofMinutes(2));
            awaitMore(200);
        }
        assertThat(answers).allMatch(answer -> answer.matches("200|503|200 and stopped"));
        nothingAcknowledgedIsLost();
    }

    private void nothingAcknowledgedIsLost() throws Exception {
        working.set(false);
        for (Thread sender : senders) {
            sender.join();
        }
        Set<String> kept = new TreeSet<>();
        try (var connection = DriverManager.getConnection(RunningServer.databaseUrl(data));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select network_id from message.content")) {
            while (rows.next()) {
                assertThat(kept.add(rows.getString(1))).as("kept once").isTrue();
            }
        }
        assertThat(kept).containsAll(acknowledged);
    }

    private void killPostgres() throws Exception {
        try (var lines = Files.lines(data.resolve("postgres/postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow());
            ProcessHandle postgres = ProcessHandle.of(pid).orElseThrow();
            postgres.destroyForcibly();
            postgres.onExit().get();
        }
    }

    private void awaitMore(int events) throws InterruptedException {
        int wanted = acknowledged.size() + events;
        while (acknowledged.size() < wanted) {
            assertThat(senders).as("senders at work").allMatch(Thread::isAlive);
            Thread.sleep(50);
        }
    }

    /** Ever new messages, as fast as they are taken. */
    private void sendOn(int sender) {
        for (int turn = 0; working.get(); turn++) {
            String begin = sender + "-" + turn + "-";
            List<String> ids = IntStream.range(0, LINES).mapToObj(i -> begin + i).toList();
            try {
                note(ids, post(ids));
            } catch (IOException e) {
                answers.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void note(List<String> ids, HttpResponse<String> answer) {
        boolean stopped = answer.body().contains("\"stopped\"");
        answers.add(answer.statusCode() + (stopped ? " and stopped" : ""));
        String[] lines = answer.body().split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains("\"accepted\"")) {
                acknowledged.add(ids.get(i));
            }
        }
    }

    private HttpResponse<String> post(List<String> ids) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (String id : ids) {
            body.append(
                    """
                    {"event":"create","id":"%s","author":{"id":"p1"},"text":"Message %s",\
                    "happenedAt":"2026-03-12T14:05:00Z"}
                    """
                            .formatted(id, id));
        }
        return http.send(
                HttpRequest.newBuilder(server.address("/api/v1/events"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .timeout(Duration.ofMinutes(1))
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
