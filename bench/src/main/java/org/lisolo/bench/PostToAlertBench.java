package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a post over HTTP to its alert on an open page. */
@Command(
        name = "PostToAlertBench",
        mixinStandardHelpOptions = true,
        description = {
            "Milliseconds from POST /api/v1/events (one event a request) to the moment at which an"
                    + " open page hears of the alert by server-sent events, and to the moment at"
                    + " which it has fetched the alert's row: p50 and p99.",
            "A post counts from when it was due, so a late one is not flattered. Sender, server and"
                    + " page share this JVM and the loopback."
        })
final class PostToAlertBench implements Callable<Integer> {
    private static final Pattern ACCEPTED =
            Pattern.compile("\"status\":\"accepted\",\"id\":\"([0-9a-f-]{36})\"");
    private static final int LONGEST_WAIT_SECONDS = 60;

    @Option(names = "--rates", split = ",", description = "posts a second")
    private List<Integer> rates = List.of(200, 1_000);

    @Option(names = "--seconds", description = "for each rate, after a third of it to warm up")
    private int seconds = 15;

    @Option(names = "--rules")
    private int rules = 1_000;

    @Option(names = "--plant", description = "one post of so many says the word of a rule")
    private int plant = 10;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PostToAlertBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Figures.sayMachine();
        try (BenchServer server = BenchServer.start();
                Connection connection = server.connect();
                OpenPage page = new OpenPage(server.port());
                HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Watch watch = Watch.of(server, rules);
            String token = ChannelDoor.open(connection, watch.channel(), watch.organisation());
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/events");
            Sender sender = new Sender(http, address, token, watch.posts());
            page.signIn(Watch.EMAIL, Watch.PASSWORD, Watch.CODE);
            page.listen();
            say("%d rules, one post in %d says the word of one%n", rules, plant);
            say(
                    "   posts/s    sent/s  refused   alerts |  hears: p50    p99 ms |  row: p50   "
                            + " p99 ms");
            for (int rate : rates) {
                measure(sender, page, connection, rate, Math.max(1, seconds / 3), false);
                measure(sender, page, connection, rate, seconds, true);
            }
        }
        return 0;
    }

    private void measure(
            Sender sender,
            OpenPage page,
            Connection connection,
            int rate,
            int length,
            boolean counts)
            throws Exception {
        sender.due.clear();
        sender.refused.clear();
        double took = sender.send(rate, rate * length, plant);
        Map<Long, Long> due = positions(connection, sender.due);
        long last = due.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        for (int i = 0; page.newest() < last && i < LONGEST_WAIT_SECONDS * 10; i++) {
            Thread.sleep(100);
        }
        if (!counts) {
            return;
        }
        List<Double> heard = new ArrayList<>();
        List<Double> shown = new ArrayList<>();
        due.forEach(
                (position, nanos) -> {
                    page.heard(position).ifPresent(at -> heard.add((at - nanos) / 1e6));
                    page.shown(position).ifPresent(at -> shown.add((at - nanos) / 1e6));
                });
        int missing = sender.due.size() - shown.size();
        say(
                "%10d %9.0f %8d %8d | %11.0f %6.0f    | %9.0f %6.0f%s",
                rate,
                rate * length / took,
                sender.refused.size(),
                due.size(),
                Figures.percentile(heard, 0.5),
                Figures.percentile(heard, 0.99),
                Figures.percentile(shown, 0.5),
                Figures.percentile(shown, 0.99),
                missing == 0 ? "" : "    " + missing + " NEVER SHOWN");
    }

    /** When each post that an alert came of was due, by its position in the log. */
    private static Map<Long, Long> positions(Connection connection, Map<UUID, Long> due)
            throws SQLException, InterruptedException {
        Map<Long, Long> found = Map.of();
        for (int i = 0; found.size() < due.size() && i < LONGEST_WAIT_SECONDS * 5; i++) {
            Thread.sleep(200);
            found = alerts(connection, due);
        }
        return found;
    }

    private static Map<Long, Long> alerts(Connection connection, Map<UUID, Long> due)
            throws SQLException {
        Map<Long, Long> found = new ConcurrentHashMap<>();
        Collection<UUID> ids = due.keySet();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select event, position from monitoring.alert where event = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Long nanos = due.get(row.getObject(1, UUID.class));
                    if (nanos != null) {
                        found.put(row.getLong(2), nanos);
                    }
                }
            }
        }
        return found;
    }

    /** Posts at a steady rate, each on a thread of its own, whether answers come or not. */
    private static final class Sender {
        private final HttpClient http;
        private final URI address;
        private final String token;
        private final Posts posts;

        /** When the posts that say a rule's word were due, by the ids they were given. */
        private final Map<UUID, Long> due = new ConcurrentHashMap<>();

        private final Queue<String> refused = new ConcurrentLinkedQueue<>();

        Sender(HttpClient http, URI address, String token, Posts posts) {
            this.http = http;
            this.address = address;
            this.token = token;
            this.posts = posts;
        }

        /** Seconds until all were answered. */
        double send(int rate, int count, int plant) {
            String run = UUID.randomUUID() + "-";
            long begun = System.nanoTime();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < count; i++) {
                    boolean planted = i % plant == 0;
                    String line =
                            posts.line(run, planted ? Posts.planted(i / plant % 100 * 10) : "");
                    long when = begun + (long) (i * 1e9 / rate);
                    while (System.nanoTime() < when) {
                        LockSupport.parkNanos(when - System.nanoTime());
                    }
                    threads.execute(() -> post(line, when, planted));
                }
            }
            return (System.nanoTime() - begun) / 1e9;
        }

        private void post(String line, long when, boolean planted) {
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(line))
                            .build();
            try {
                String answer = http.send(request, BodyHandlers.ofString()).body();
                Matcher accepted = ACCEPTED.matcher(answer);
                if (!accepted.find()) {
                    refused.add(answer);
                } else if (planted) {
                    due.put(UUID.fromString(accepted.group(1)), when);
                }
            } catch (IOException e) {
                refused.add(e.toString());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
