package org.lisolo.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A jar started as a process of its own, by the options with which {@code lisolo start} does. */
final class StartedJar implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final int port;
    private final double seconds;

    private StartedJar(Process process, Path log, int port, long begun)
            throws IOException, InterruptedException {
        this.process = process;
        this.log = log;
        this.port = port;
        awaitFirstPage(begun);
        this.seconds = (System.nanoTime() - begun) / 1e9;
    }

    /** Starts it and waits for its first page. */
    static StartedJar start(Path jar, List<String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-jar");
        command.add(jar.toString());
        command.add("--server.address=127.0.0.1");
        command.add("--server.port=" + port);
        command.add("--management.server.port=" + freePort());
        command.addAll(settings);
        Path log = Files.createTempFile(BenchServer.folder(), "start", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        long begun = System.nanoTime();
        return new StartedJar(builder.start(), log, port, begun);
    }

    /** From the start of the process to the whole of the first page. */
    double seconds() {
        return seconds;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private void awaitFirstPage(long begun) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address("/")).timeout(Duration.ofSeconds(30)).build();
        while (status(request) != 200) {
            if (!process.isAlive() || System.nanoTime() - begun > LONGEST.toNanos()) {
                String said = Files.readString(log);
                close();
                throw new IOException("no page came; it said:\n" + said);
            }
            Thread.sleep(10);
        }
    }

    private static int status(HttpRequest request) throws InterruptedException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }
}
