package org.lisolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.ledger.LeafKind;
import org.lisolo.testkit.NewHospital;
import org.lisolo.testkit.Program;
import org.lisolo.testkit.RunningServer;

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
            Files.writeString(token, NewHospital.on(server).channelToken());

            Process sending = send(file, token, server);
            await("a part has come", () -> count(data, "message.event") > 10_000);
            server.kill();
            server.startAgain();
            assertThat(sending.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(sending.exitValue()).isZero();

            assertThat(count(data, "message.event")).isEqualTo(EVENTS);
            assertThat(count(data, "message.content")).isEqualTo(EVENTS);
            await("all have their place", () -> places(data) == EVENTS);
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
                                RunningServer.databaseUrl(data)));
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

    /** Of events alone: what the administrator did has its place in the log too. */
    private static long places(Path data) throws Exception {
        return count(data, "evidence.entry where kind = " + LeafKind.EVENT.code());
    }

    private static long count(Path data, String table) throws Exception {
        return one(data, "select count(*) from " + table);
    }

    private static long one(Path data, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(RunningServer.databaseUrl(data));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        } catch (SQLException e) {
            // while PostgreSQL comes up again
            return -1;
        }
    }
}
