package org.lisolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Someone at a browser without JavaScript: keeps cookies, sends forms with the hidden token of the
 * page looked at last, and follows no redirect by itself.
 */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String language = "fr";
    private final Map<String, String> headers = new HashMap<>();
    private String token = "";

    /** What came back. */
    public record Page(int status, String body, HttpHeaders headers) {
        public Optional<String> location() {
            return headers.firstValue("Location").map(to -> to.replaceFirst("^http://[^/]+", ""));
        }

        /** Blanks that don't break count as blanks. */
        public String text() {
            return body.replace('\u00a0', ' ');
        }
    }

    private Visitor(String origin) {
        this.origin = origin;
    }

    public static Visitor at(int port) {
        return new Visitor("http://localhost:" + port);
    }

    /** Already signed in, by password and a code for the second factor. */
    public static Visitor at(int port, String email, String password, String code) {
        Visitor visitor = at(port);
        assertThat(visitor.signIn(email, password, code).location()).contains("/work");
        return visitor;
    }

    public Visitor reading(String other) {
        language = other;
        return this;
    }

    /** Sends this header with every request from now on. */
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    /** What leaves is asked what for: a case of this test. */
    public Page export(String path) {
        return get(path + (path.contains("?") ? "&" : "?") + "purpose=case&reason=Essai");
    }

    /**
     * Sends a form.
     *
     * @param fields name, value, name, value…
     */
    public Page post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", token));
        return postBare(path, all.toArray(String[]::new));
    }

    /** As {@link #post}, without the token that every form of ours holds. */
    public Page postBare(String path, String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(encoded(fields[i]))
                    .append('=')
                    .append(encoded(fields[i + 1]));
        }
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    public Page signIn(String email, String password) {
        get("/sign-in");
        return post("/sign-in", "email", email, "password", password);
    }

    /** As {@link #signIn}, and on to the second factor. */
    public Page signIn(String email, String password, String code) {
        Page half = signIn(email, password);
        assertThat(half.location()).contains("/sign-in/second");
        follow(half);
        return post("/sign-in/second", "code", code);
    }

    /** For someone who has none yet; goes by the key that the page shows to be typed. */
    public Page setUpSecondFactor() {
        String page = get("/account/second-factor").body();
        Matcher shown = Pattern.compile("<code class=\"copy\">([A-Z2-7 ]+)</code>").matcher(page);
        assertThat(shown.find()).as(page).isTrue();
        return post("/account/second-factor", "code", OneTimeCode.now(shown.group(1)));
    }

    /** The page to which the last one sent us. */
    public Page follow(Page page) {
        return get(page.location().orElseThrow());
    }

    /** The session's cookie, empty for none. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Goes on with a session seen elsewhere, as a thief of cookies would. */
    public Visitor withSession(String value) {
        var cookie = new HttpCookie("SESSION", value);
        cookie.setVersion(0);
        cookie.setPath("/");
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(URI.create(origin), cookie);
        return this;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Accept-Language", language);
        headers.forEach(request::header);
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Page(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
