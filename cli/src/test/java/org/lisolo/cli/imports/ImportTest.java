package org.lisolo.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

class ImportTest {
    @TempDir Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger stopAfter = new AtomicInteger(Integer.MAX_VALUE);
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/api/v1/events", this::answer);
        server.start();
        Files.writeString(folder.resolve("token"), "lisolo_abc\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsEveryLineAndForgetsWhereItWas() throws IOException {
        Path file = file(2_500, "");
        assertThat(run(file)).isZero();
        assertThat(received).hasSize(2_500);
        assertThat(err.toString()).contains("2500 accepted");
        assertThat(folder.resolve("posts.jsonl.lisolo-import")).doesNotExist();
    }

    @Test
    void printsRefusedLinesWithTheirNumberInTheFile() throws IOException {
        assertThat(run(file(1_200, "oops\n"))).isEqualTo(1);
        assertThat(err.toString()).contains("line 1201: json.syntax: no JSON");
    }

    @Test
    void waitsForAServerThatRestarts() throws IOException {
        failures.set(2);
        assertThat(run(file(10, ""))).isZero();
        assertThat(received).hasSize(10);
    }

    @Test
    void goesOnWhereItWasLeft() throws IOException {
        stopAfter.set(1);
        Path file = file(2_500, "");
        assertThat(run(file, "--patience", "0")).isEqualTo(2);
        assertThat(received).hasSize(1_000);
        stopAfter.set(Integer.MAX_VALUE);
        assertThat(run(file)).isZero();
        assertThat(received).hasSize(2_500).doesNotHaveDuplicates();
    }

    @Test
    void readsWhatIsPacked() throws IOException {
        Path file = folder.resolve("posts.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"id\":1}\n\n{\"id\":2}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(file)).isZero();
        assertThat(received).containsExactly("{\"id\":1}", "{\"id\":2}");
    }

    @Test
    void saysWhatItCantDo() {
        assertThat(run(folder.resolve("nothing"))).isEqualTo(2);
        assertThat(err.toString()).contains("is no file");
    }

    private int run(Path file, String... more) {
        CommandLine command = new CommandLine(new Import()).setErr(new PrintWriter(err, true));
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        String token = folder.resolve("token").toString();
        var arguments =
                new java.util.ArrayList<>(
                        List.of(file.toString(), "--to", address, "--token-file", token));
        arguments.addAll(List.of(more));
        return command.execute(arguments.toArray(String[]::new));
    }

    private Path file(int lines, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("{\"id\":").append(i).append("}\n");
        }
        return Files.writeString(folder.resolve("posts.jsonl"), text + end);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean token =
                "Bearer lisolo_abc".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!token || failures.getAndDecrement() > 0 || stopAfter.getAndDecrement() <= 0) {
            exchange.sendResponseHeaders(token ? 503 : 401, -1);
            exchange.close();
            return;
        }
        StringBuilder answers = new StringBuilder();
        String[] lines = body.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("{")) {
                received.add(lines[i]);
                answers.append(
                        "{\"line\":%d,\"status\":\"accepted\",\"id\":\"x\"}%n".formatted(i + 1));
            } else if (!lines[i].isBlank()) {
                answers.append(
                        "{\"line\":%d,\"status\":\"refused\",\"code\":\"json.syntax\",\"reason\":\"no JSON\"}%n"
                                .formatted(i + 1));
            }
        }
        byte[] bytes = answers.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
