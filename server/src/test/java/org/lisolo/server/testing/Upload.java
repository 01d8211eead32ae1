package org.lisolo.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.lisolo.testkit.Visitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form with a file in it, sent by somebody who is signed in. */
public final class Upload {
    private static final String BOUNDARY = "----lisolo";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Upload() {}

    /**
     * Sends it.
     *
     * @param page on which the form stands
     * @param field of the file
     * @param fields name, value, name, value…
     */
    public static HttpResponse<String> send(
            int port,
            Visitor visitor,
            String page,
            String path,
            String field,
            byte[] file,
            String... fields)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(visitor.get(page).body());
        assertThat(token.find()).isTrue();
        var body = new ByteArrayOutputStream();
        part(body, "_csrf", token.group(1));
        for (int i = 0; i < fields.length; i += 2) {
            part(body, fields[i], fields[i + 1]);
        }
        write(
                body,
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
        body.write(file);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Accept", "text/html")
                        .header("Accept-Language", "fr")
                        .header("Cookie", "SESSION=" + visitor.session())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private static void part(ByteArrayOutputStream body, String name, String value)
            throws IOException {
        write(
                body,
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n");
    }

    private static void write(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
