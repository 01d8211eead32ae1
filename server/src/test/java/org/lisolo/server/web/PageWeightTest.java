package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lisolo.server.testing.ServerTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a page costs on a thin network: bytes as they go over the line, heads included. */
@ServerTest
class PageWeightTest {
    private static final int FIRST_VISIT = 60 * 1024;
    private static final int NEXT_PAGE = 15 * 1024;
    private static final int REQUESTS = 6;
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void staysWithinThePromise(Language language) throws IOException, InterruptedException {
        for (AccessRule rule : AccessTable.rules()) {
            String path = rule.pattern().getPatternString();
            if (!(rule.access() instanceof AccessRule.Access.Everyone)
                    || !rule.method().name().equals("GET")
                    || path.matches(".*[{*].*")) {
                continue;
            }
            var page = get(path, language);
            int weight = weight(page);
            assertThat(weight)
                    .as("next visit of %s in %s", path, language)
                    .isLessThanOrEqualTo(NEXT_PAGE);
            var assets = new LinkedHashSet<String>();
            Matcher asset = ASSET.matcher(text(page));
            while (asset.find()) {
                assets.add(asset.group(1));
            }
            for (String one : assets) {
                var file = get(one, language);
                assertThat(file.statusCode()).as(one).isEqualTo(200);
                assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                        .contains("max-age=31536000", "immutable");
                weight += weight(file);
            }
            assertThat(weight)
                    .as("first visit of %s in %s", path, language)
                    .isLessThanOrEqualTo(FIRST_VISIT);
            assertThat(assets.size() + 1).as("requests of " + path).isLessThanOrEqualTo(REQUESTS);
            System.out.printf(
                    "%s in %s: %,d bytes, first visit %,d%n", path, language, weight(page), weight);
        }
    }

    private HttpResponse<byte[]> get(String path, Language language)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", "text/html")
                                .header("Accept-Language", language.code())
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static int weight(HttpResponse<byte[]> answer) {
        int head =
                answer.headers().map().entrySet().stream()
                        .flatMap(
                                header ->
                                        header.getValue().stream()
                                                .map(value -> header.getKey() + ": " + value))
                        .mapToInt(line -> line.length() + 2)
                        .sum();
        return head + answer.body().length;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean packed = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] body =
                packed
                        ? new GZIPInputStream(new ByteArrayInputStream(answer.body()))
                                .readAllBytes()
                        : answer.body();
        return new String(body, StandardCharsets.UTF_8);
    }
}
