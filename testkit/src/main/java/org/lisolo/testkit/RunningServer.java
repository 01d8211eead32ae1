package org.lisolo.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged server as a process of its own, for tests that kill it. Only after {@code package}.
 */
public final class RunningServer implements AutoCloseable {
    /** The jar, seen from the folder of any module. */
    public static final Path JAR =
            Path.of("..", "server", "target", "lisolo-server.jar").toAbsolutePath().normalize();

    /** It is ended before the second compiler would pay. */
    static final List<String> JAVA =
            List.of(
                    Program.java(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED");

    private final List<String> command;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private RunningServer(List<String> command, Path log, int port, int managementPort)
            throws IOException {
        this.command = List.copyOf(command);
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
        this.process = run();
    }

    private Process run() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /**
     * Starts it the quick way, for a test of what it does and not of how it starts, and waits until
     * it is healthy, three minutes at most.
     */
    public static RunningServer start(Path data, String... arguments) throws Exception {
        return start(QuickStart.command(), data, arguments);
    }

    /**
     * Starts a copy of the jar as whoever runs it does.
     *
     * @param before words before {@code java} in the command, for another user
     */
    public static RunningServer start(List<String> before, Path jar, Path data) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.addAll(command(jar));
        return start(command, data);
    }

    private static RunningServer start(List<String> begin, Path data, String... arguments)
            throws Exception {
        int port = freePort();
        int managementPort = freePort();
        List<String> command = new ArrayList<>(begin);
        command.addAll(settings(data));
        command.add("--server.port=" + port);
        command.add("--management.server.port=" + managementPort);
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("server", ".log");
        var server = new RunningServer(command, log, port, managementPort);
        server.awaitHealth(Duration.ofMinutes(3));
        return server;
    }

    /** How the jar is started on a data folder, without the demo. */
    public static List<String> command(Path data, Path jar) {
        return Stream.concat(command(jar).stream(), settings(data).stream()).toList();
    }

    private static List<String> command(Path jar) {
        return Stream.concat(JAVA.stream(), Stream.of("-jar", jar.toString())).toList();
    }

    /** Of a server on this folder, without the demo. */
    static List<String> settings(Path data) {
        return List.of("--lisolo.demo=false", "--lisolo.data=" + data);
    }

    public void awaitHealth(Duration longest) throws Exception {
        await("the server is not healthy", longest, () -> health() == 200);
    }

    /** Waits until it has said so: what it does on its own has no other sign. */
    public void awaitLog(String words) throws Exception {
        await("never said: " + words, Duration.ofMinutes(1), () -> log().contains(words));
    }

    private void await(String otherwise, Duration longest, Callable<Boolean> done)
            throws Exception {
        Instant end = Instant.now().plus(longest);
        while (!done.call()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                String said = log();
                close();
                throw new AssertionError(otherwise + "; it said:\n" + said);
            }
            Thread.sleep(100);
        }
    }

    /** The status of the health page, which asks the database; 0 if nobody answers. */
    public int health() throws InterruptedException {
        return status(managementPort, "/actuator/health");
    }

    public int status(String path) throws InterruptedException {
        return status(port, path);
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** As the power does: no shutdown of any kind. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** After {@link #kill}: the same command, on the same ports and data. */
    public void startAgain() throws Exception {
        process = run();
        awaitHealth(Duration.ofMinutes(3));
    }

    /** Of the PostgreSQL that a server runs on its data folder, with the password. */
    public static String databaseUrl(Path data) throws IOException {
        // line 4 of PostgreSQL's lock file is its port
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        String password = Files.readString(data.resolve("postgres-password")).strip();
        return "jdbc:postgresql://127.0.0.1:%s/lisolo?user=lisolo&password=%s"
                .formatted(port, URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }

    private int status(int port, String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
