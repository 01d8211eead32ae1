package org.lisolo.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The list of alerts as a browser holds it open: signed in, hearing of new alerts by server-sent
 * events, and fetching the new rows each time it hears.
 */
final class OpenPage implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String origin;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
    private final TreeMap<Long, Long> heard = new TreeMap<>();
    private final TreeMap<Long, Long> shown = new TreeMap<>();
    private Stream<String> lines = Stream.empty();
    private volatile boolean open = true;

    OpenPage(int port) {
        origin = "http://localhost:" + port;
    }

    void signIn(String email, String password, String code)
            throws IOException, InterruptedException {
        send("/sign-in", "email=" + encoded(email) + "&password=" + encoded(password));
        send("/sign-in/second", "code=" + encoded(code));
    }

    private void send(String path, String fields) throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(text(request(path).build()));
        if (!csrf.find()) {
            throw new IOException("the page to sign in has no token");
        }
        String form = fields + "&_csrf=" + encoded(csrf.group(1));
        HttpRequest post =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 3) {
            throw new IOException("signing in was answered with " + answer.statusCode());
        }
    }

    /** Listens from now on, on a thread of its own. */
    void listen() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer =
                http.send(
                        request("/work/alerts/live").header("Accept", "text/event-stream").build(),
                        BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("no live connection: " + answer.statusCode());
        }
        lines = answer.body();
        Thread.startVirtualThread(
                () -> {
                    try {
                        lines.filter(line -> line.startsWith("data:")).forEach(this::hear);
                    } catch (RuntimeException e) {
                        if (open) {
                            throw e;
                        }
                    }
                });
    }

    /**
     * When the page first heard of an alert at this position, by {@link System#nanoTime}; nothing
     * where it never did.
     */
    synchronized Optional<Long> heard(long position) {
        return Optional.ofNullable(heard.ceilingEntry(position)).map(Map.Entry::getValue);
    }

    /** When its row had come. */
    synchronized Optional<Long> shown(long position) {
        return Optional.ofNullable(shown.ceilingEntry(position)).map(Map.Entry::getValue);
    }

    synchronized long newest() {
        return shown.isEmpty() ? 0 : shown.lastKey();
    }

    private void hear(String line) {
        long position = Long.parseLong(line.substring("data:".length()).strip());
        long before = newest();
        synchronized (this) {
            heard.put(position, System.nanoTime());
        }
        try {
            reread(request("/work/alerts/new?after=" + before).build());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            shown.put(position, System.nanoTime());
        }
    }

    String read(String path) throws IOException, InterruptedException {
        return text(request(path).build());
    }

    /** As a browser does when a connection that it kept was closed meanwhile. */
    private void reread(HttpRequest request) throws IOException, InterruptedException {
        try {
            text(request);
        } catch (IOException _) {
            text(request);
        }
    }

    private String text(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        open = false;
        http.shutdownNow();
    }
}
