package org.lisolo.bench;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Events posted to a server, 500 a request, as fast as one sender can. */
final class PostedLoad {
    private static final int LINES = 500;

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ChannelId channel = new ChannelId(UUID.randomUUID());
    private final OrganisationId organisation = new OrganisationId(UUID.randomUUID());
    private final Posts posts = new Posts(channel, organisation);
    private String token = "";
    private long sent;
    private double took = 1;

    PostedLoad(URI address) {
        this.address = address;
    }

    /** Opens a channel in the database of a server whose data folder that is. */
    void open(Path data) throws IOException, SQLException {
        // line 4 of PostgreSQL's lock file is its port
        List<String> lock = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:" + lock.get(3).strip() + "/lisolo";
        String password = Files.readString(data.resolve("postgres-password")).strip();
        try (Connection connection = DriverManager.getConnection(url, "lisolo", password)) {
            token = ChannelDoor.open(connection, channel, organisation);
        }
    }

    /** The greatest of what is seen meanwhile. */
    Memory during(int seconds, Supplier<Memory> look) throws Exception {
        Memory most = look.get();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            post();
            Memory now = look.get();
            if (now.java() + now.postgres() > most.java() + most.postgres()) {
                most = now;
            }
        }
        took = (System.nanoTime() - begun) / 1e9;
        return most;
    }

    double rate() {
        return sent / took;
    }

    private void post() throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append(posts.line("load-", ""));
        }
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines.toString(), StandardCharsets.UTF_8))
                        .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"accepted\"")) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        sent += LINES;
    }
}
