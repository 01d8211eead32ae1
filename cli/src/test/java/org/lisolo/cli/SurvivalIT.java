package org.lisolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.testkit.Program;
import org.lisolo.testkit.RunningServer;
import org.lisolo.testkit.Visitor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The power goes in the middle of an import: the server is killed without warning while the command
 * line sends 100,000 events, and started again on what is left.
 */
class SurvivalIT {
    private static final int EVENTS = 100_000;

    @TempDir Path house;

    @Test
    void keepsEveryAcknowledgedEventOnceThroughAKill() throws Exception {
        Path data = house.resolve("data");
        Path file = events();
        try (RunningServer server = RunningServer.start(data)) {
            Path token = house.resolve("token");
            Files.writeString(token, openChannel(server));

            Process sending = send(file, token, server);
            await("a part has come", () -> count(data, "message.event") > 10_000);
            server.kill();
            server.startAgain();
            assertThat(sending.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(sending.exitValue()).isZero();

            assertThat(count(data, "message.event")).isEqualTo(EVENTS);
            assertThat(count(data, "message.content")).isEqualTo(EVENTS);
            await("all have their place", () -> count(data, "evidence.entry") == EVENTS);
            await("all can be found", () -> count(data, "archive.document") == EVENTS);
            assertThat(one(data, "select count(distinct event) from archive.document"))
                    .as("the index neither skipped nor repeated")
                    .isEqualTo(EVENTS);
            assertThat(one(data, "select count(*) from message.skipped")).isZero();
            verifies(data);
        }
    }

    private Path events() throws IOException {
        Path file = house.resolve("events.jsonl");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < EVENTS; i++) {
                lines.write(
                        """
                        {"event":"create","id":"m%1$d","author":{"id":"p%2$d"},\
                        "text":"Message %1$d, fièvre et toux","language":"fr",\
                        "happenedAt":"2026-03-12T14:05:00Z"}
                        """
                                .formatted(i, i % 997));
            }
        }
        return file;
    }

    /** As the first administrator does it, by the pages. */
    private static String openChannel(RunningServer server) throws Exception {
        Visitor admin = Visitor.at(server.port());
        String link = found("/welcome\\?link=(\\S+)", server.log());
        admin.get("/welcome?link=" + link);
        admin.post(
                "/welcome",
                "link",
                link,
                "organisation",
                "Hôpital du Fleuve",
                "zone",
                "Africa/Kinshasa",
                "name",
                "Mbuyi Joséphine",
                "email",
                "josephine@fleuve.example",
                "password",
                "tambour baobab rivière");
        admin.get("/work/channels/new");
        String channel =
                admin.post(
                                "/work/channels/new",
                                "name",
                                "Import",
                                "kind",
                                "lisolo",
                                "visibility",
                                "public")
                        .location()
                        .orElseThrow();
        admin.get(channel);
        Visitor.Page made = admin.post(channel + "/tokens", "name", "Import", "days", "30");
        return found("<code[^>]*>([^<]+)</code>", admin.follow(made).body());
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private Process send(Path file, Path token, RunningServer server) throws IOException {
        return new ProcessBuilder(
                        Program.java(),
                        "-jar",
                        Path.of("target", "lisolo.jar").toAbsolutePath().toString(),
                        "import",
                        file.toString(),
                        "--to",
                        server.address("").toString(),
                        "--token-file",
                        token.toString())
                .redirectErrorStream(true)
                .redirectOutput(house.resolve("import.log").toFile())
                .start();
    }

    private static void verifies(Path data) throws Exception {
        Program verified =
                Program.run(
                        Map.of(),
                        List.of(
                                Program.java(),
                                "-jar",
                                Path.of("target", "lisolo.jar").toAbsolutePath().toString(),
                                "ledger",
                                "verify",
                                "--database",
                                url(data)));
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(String what, Check check) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (!check.holds()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private static long count(Path data, String table) throws Exception {
        return one(data, "select count(*) from " + table);
    }

    private static long one(Path data, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(url(data));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        } catch (SQLException e) {
            // while PostgreSQL comes up again
            return -1;
        }
    }

    private static String url(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        String password = Files.readString(data.resolve("postgres-password")).strip();
        return "jdbc:postgresql://127.0.0.1:%s/lisolo?user=lisolo&password=%s"
                .formatted(
                        lines.get(3).strip(),
                        java.net.URLEncoder.encode(
                                password, java.nio.charset.StandardCharsets.UTF_8));
    }
}
