package org.lisolo.server.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real PDS (npm {@code @atproto/dev-env}), started once for all tests. It listens on all
 * interfaces, so it runs in a network namespace of its own and is reached by sockets in a folder
 * ({@code atproto/network.cjs}) and by {@link Relay}s on 127.0.0.1, which can fail as networks do.
 */
public final class Atproto {
    /** Where npm has put the package: see docs/operating.md. */
    private static final String FOLDER =
            Objects.requireNonNullElse(
                    System.getenv("LISOLO_ATPROTO"),
                    System.getProperty("user.home") + "/.cache/lisolo/atproto");

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Atproto running;

    private final Relay pds;
    private final Relay direct;
    private final Relay jetstream;

    private Atproto(Relay pds, Relay direct, Relay jetstream) {
        this.pds = pds;
        this.direct = direct;
        this.jetstream = jetstream;
    }

    public static synchronized Atproto running() {
        if (running == null) {
            try {
                running = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private static Atproto start() throws IOException {
        Path folder = Files.createTempDirectory("atproto");
        Path script = folder.resolve("network.cjs");
        try (var in =
                Objects.requireNonNull(Atproto.class.getResourceAsStream("/atproto/network.cjs"))) {
            Files.copy(in, script);
        }
        String inside = "ip link set lo up && exec node " + script + " " + folder;
        ProcessBuilder start =
                new ProcessBuilder("unshare", "--map-root-user", "--net", "sh", "-c", inside);
        start.environment().put("NODE_PATH", FOLDER + "/node_modules");
        start.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        // it ends when its standard input does, so with this process however that ends
        Process node = start.start();
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!Files.exists(folder.resolve("ready"))) {
            if (!node.isAlive() || Instant.now().isAfter(deadline)) {
                node.destroyForcibly();
                throw new IOException("no PDS: " + Files.readString(folder.resolve("log")));
            }
            pause();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroyForcibly));
        return new Atproto(
                Relay.to(folder.resolve("pds.sock")),
                Relay.to(folder.resolve("pds.sock")),
                Relay.to(folder.resolve("jetstream.sock")));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which the server under test reaches the PDS; people have a line of their own. */
    public Relay pds() {
        return pds;
    }

    public Relay jetstream() {
        return jetstream;
    }

    public URI service() {
        return URI.create("http://127.0.0.1:" + pds.port());
    }

    private URI direct() {
        return URI.create("http://127.0.0.1:" + direct.port());
    }

    /** Somebody with an account there, who speaks to the server directly. */
    public record Person(URI service, String did, String handle, String password, String token) {
        /** A call with a body, whose answer has to be a good one. */
        public JsonNode post(String method, ObjectNode body) {
            return call(
                    HttpRequest.newBuilder(service.resolve("/xrpc/" + method))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            JSON.writeValueAsBytes(body))));
        }

        /** Writes a post and gives its address and CID. */
        public JsonNode say(String text, JsonNode reply) {
            ObjectNode post = JSON.createObjectNode();
            post.put("$type", "app.bsky.feed.post").put("text", text);
            post.put("createdAt", Instant.now().toString());
            if (reply != null) {
                post.set("reply", reply);
            }
            return create("app.bsky.feed.post", post);
        }

        public JsonNode create(String collection, ObjectNode what) {
            ObjectNode body = JSON.createObjectNode();
            body.put("repo", did).put("collection", collection).set("record", what);
            return post("com.atproto.repo.createRecord", body);
        }

        /** All posts of the account, the newest first. */
        public JsonNode posts() {
            return call(HttpRequest.newBuilder(
                            service.resolve(
                                    "/xrpc/com.atproto.repo.listRecords?limit=100&collection="
                                            + "app.bsky.feed.post&repo="
                                            + did)))
                    .path("records");
        }
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public Person person() {
        String handle = "h" + UUID.randomUUID().toString().substring(0, 12) + ".test";
        String password = "pirogue-" + UUID.randomUUID();
        ObjectNode body = JSON.createObjectNode();
        body.put("handle", handle).put("email", handle + "@mail.test").put("password", password);
        JsonNode made =
                call(
                        HttpRequest.newBuilder(
                                        direct().resolve("/xrpc/com.atproto.server.createAccount"))
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofByteArray(
                                                JSON.writeValueAsBytes(body))));
        return new Person(
                direct(),
                made.path("did").asString(),
                handle,
                password,
                made.path("accessJwt").asString());
    }

    private static JsonNode call(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says why not, in words. */
    static final class Available implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String missing = missing();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("a PDS can be started");
            }
            if ("required".equals(System.getProperty("lisolo.atproto"))) {
                throw new IllegalStateException(missing);
            }
            return ConditionEvaluationResult.disabled(missing);
        }

        private static String missing() {
            if (!Files.isDirectory(Path.of(FOLDER, "node_modules", "@atproto", "dev-env"))) {
                return "no PDS to test with: npm i --prefix "
                        + FOLDER
                        + " @atproto/dev-env@0.3.215";
            }
            if (!works("node", "--version")) {
                return "no PDS to test with: there is no node";
            }
            if (!works("unshare", "--map-root-user", "--net", "sh", "-c", "ip link set lo up")) {
                return "no PDS to test with: no network namespace can be made here, and it would"
                        + " listen on all interfaces";
            }
            return "";
        }

        private static boolean works(String... command) {
            try {
                Process process =
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (IOException _) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Whether a PDS can be started here. */
    public static boolean isThere() {
        return Available.missing().isEmpty();
    }

    /**
     * Lets the server under test reach the relays, and nothing else of this machine; nothing at all
     * where no PDS can be started.
     */
    public static final class Reached
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (!isThere()) {
                return;
            }
            Atproto network = running();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "atproto",
                                    Map.of(
                                            "lisolo.fetch.allowed",
                                            "127.0.0.1:%d,127.0.0.1:%d"
                                                    .formatted(
                                                            network.pds.port(),
                                                            network.jetstream.port()),
                                            "lisolo.bluesky.jetstream",
                                            "ws://127.0.0.1:"
                                                    + network.jetstream.port()
                                                    + "/subscribe")));
        }
    }
}
