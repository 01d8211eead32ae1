package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.bluesky.Xrpc.Reply;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.platform.fetch.OpenFetches;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** What a server's answers mean for what was to leave. */
class XrpcTest {
    private static final Instant NOW = Instant.parse("2026-03-12T14:05:00Z");

    private HttpServer server;
    private URI service;
    private Xrpc xrpc;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.start();
        int port = server.getAddress().getPort();
        service = URI.create("http://127.0.0.1:" + port);
        xrpc = new Xrpc(OpenFetches.to("127.0.0.1:" + port), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private NotCarried answered(int status, String body, Map<String, String> headers) {
        server.createContext(
                "/xrpc/m",
                exchange -> {
                    headers.forEach(exchange.getResponseHeaders()::set);
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        Reply reply = xrpc.post(service, "m", null, "token");
        return Failures.of(reply);
    }

    @Test
    void waitsAsLongAsTheServerAsksInSeconds() {
        NotCarried busy =
                answered(429, "{\"error\":\"RateLimitExceeded\"}", Map.of("Retry-After", "90"));
        assertThat(busy.reason()).isEqualTo("outbox.reason.busy");
        assertThat(busy.isForGood()).isFalse();
        assertThat(busy.toWait()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void waitsUntilTheTimeThatTheServerNames() {
        long reset = NOW.plusSeconds(3_000).getEpochSecond();
        NotCarried busy =
                answered(
                        429,
                        "",
                        Map.of(
                                "RateLimit-Reset",
                                Long.toString(reset),
                                "RateLimit-Remaining",
                                "0"));
        assertThat(busy.toWait()).isEqualTo(Duration.ofSeconds(3_000));
    }

    @Test
    void noServerMakesUsWaitForMoreThanADay() {
        assertThat(answered(429, "", Map.of("Retry-After", "999999999")).toWait())
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aServerInTroubleIsTriedAgainAndARefusalIsNot() {
        assertThat(answered(503, "<html>", Map.of()).isForGood()).isFalse();
        server.removeContext("/xrpc/m");
        NotCarried refused = answered(400, "{\"error\":\"InvalidRequest\"}", Map.of());
        assertThat(refused.isForGood()).isTrue();
        assertThat(refused.reason()).isEqualTo("outbox.reason.refused");
    }

    @Test
    void aGoodAnswerThatIsNotJsonIsNone() {
        assertThat(answered(200, "<html>hotel wifi</html>", Map.of()).isForGood()).isFalse();
    }

    @Test
    void anAddressOfOurOwnIsNeverAsked() {
        Reply reply = xrpc.get(URI.create("http://127.0.0.1:1"), "m", Map.of(), null);
        assertThat(reply).isInstanceOf(Reply.Forbidden.class);
        assertThat(Failures.of(reply).isForGood()).isTrue();
    }
}
