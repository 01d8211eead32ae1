package org.lisolo.cli.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The server that takes the lines; patient with one that restarts. */
final class Server {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration ONE_REQUEST = Duration.ofMinutes(5);

    private final URI address;
    private final String token;
    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    Server(URI address, String token, Duration patience) {
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new NotDone(address + " is no address of a server (http://… or https://…)");
        }
        this.address = address.resolve("/api/v1/events");
        this.token = token;
        this.patience = patience;
    }

    URI address() {
        return address;
    }

    /** Sends until every line has its answer: what was kept the first time is known the second. */
    Tally send(Batches.Batch batch, Consumer<String> tell)
            throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            String why;
            try {
                List<AnswerLine> answers = post(batch);
                if (answers.stream().noneMatch(AnswerLine::isStop)) {
                    return tally(batch, answers, tell);
                }
                why = "it stopped in between";
            } catch (IOException e) {
                why = String.valueOf(e.getMessage());
            }
            if (System.nanoTime() + pause.toNanos() > giveUp) {
                throw new NotDone("gave up on " + address + ": " + why);
            }
            tell.accept("the server does not answer (" + why + "), trying again");
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    private static Tally tally(
            Batches.Batch batch, List<AnswerLine> answers, Consumer<String> tell) {
        Tally tally = Tally.NONE;
        for (AnswerLine answer : answers) {
            tally = tally.with(answer.status());
            if (answer.status().equals("refused")) {
                long line = batch.firstLine() + answer.line() - 1;
                tell.accept("line " + line + ": " + answer.code() + ": " + answer.reason());
            }
        }
        return tally;
    }

    private List<AnswerLine> post(Batches.Batch batch) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(ONE_REQUEST)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Accept", "application/x-ndjson")
                        .header("Accept-Language", Locale.getDefault().toLanguageTag())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(batch.bytes()))
                        .build();
        HttpResponse<InputStream> response =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status >= 500 || status == 429) {
                throw new IOException("it answered " + status);
            }
            if (status != 200) {
                throw new NotDone(
                        status == 401 || status == 403
                                ? "the token is not valid for " + address
                                : address + " answered " + status);
            }
            return answers(body);
        }
    }

    private static List<AnswerLine> answers(InputStream body) throws IOException {
        List<AnswerLine> answers = new ArrayList<>();
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null) {
            answers.add(AnswerLine.of(line));
            line = lines.readLine();
        }
        return answers;
    }
}
