package org.lisolo.server.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lisolo.server.platform.fetch.Fetched.Answer;
import org.lisolo.server.platform.fetch.Fetched.Failed;
import org.lisolo.server.platform.fetch.Fetched.Refused;
import org.lisolo.server.platform.fetch.Fetched.Why;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Each trick by which a server is made to reach its own, against a server that really listens. */
class FetchesTest {
    static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(2), 3, Set.of());

    HttpServer server;
    int port;
    final AtomicInteger reached = new AtomicInteger();
    final ArrayDeque<String> resolved = new ArrayDeque<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        port = server.getAddress().getPort();
        answer("/", "text/plain", "secret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, String type, String body) {
        server.createContext(
                path,
                exchange -> {
                    reached.incrementAndGet();
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(200, 0);
                    try (var out = exchange.getResponseBody()) {
                        out.write(body.getBytes(UTF_8));
                    }
                });
    }

    private void redirect(String path, String to) {
        server.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", to);
                    exchange.sendResponseHeaders(302, -1);
                });
    }

    private URI here(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** As in production, where nothing is allowed. */
    private Fetched fetch(String address, String... addresses) {
        try (var fetches = new Fetches(Set.of(), host -> resolve(addresses))) {
            return fetches.get(URI.create(address), LIMITS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private InetAddress[] resolve(String... addresses) throws UnknownHostException {
        if (addresses.length == 0) {
            throw new UnknownHostException();
        }
        resolved.addAll(List.of(addresses));
        return Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private Fetches allowing() {
        return new Fetches(Set.of("127.0.0.1:" + port), InetAddress::getAllByName);
    }

    @Test
    void bringsWhatIsAllowed() throws IOException {
        try (var fetches = allowing()) {
            var answer = (Answer) fetches.get(here("/"), LIMITS);
            assertThat(new String(answer.body(), UTF_8)).isEqualTo("secret");
            assertThat(answer.mediaType()).isEqualTo("text/plain");
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.2.3",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd00::1",
                "ff02::1",
                "fec0::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "3fff::1",
                "5f00::1",
                "100::1"
            })
    void reachesNoAddressThatIsNotPublic(String address) {
        assertThat(fetch("http://example.org/", address)).isEqualTo(new Refused(Why.ADDRESS));
        assertThat(fetch("http://example.org/", "1.1.1.1", address))
                .as("one of several")
                .isEqualTo(new Refused(Why.ADDRESS));
        assertThat(reached).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "172.32.0.1",
                "192.88.98.1",
                "223.255.255.255",
                "2606:4700::1",
                "2a00::1",
                "2001:4860::1"
            })
    void takesPublicAddressesForSuch(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://017700000001/",
                "http://0x7f.1/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://8.8.8.8/",
                "http://localhost/",
                "http://localhost./",
                "http://127.0.0.1./",
                "http://1.1.1.1.1/",
                "http://example.0x7f/",
                "http:///path",
                "http://-a.org/"
            })
    void takesOnlyNamesOfHosts(String address) {
        assertThat(fetch(address, "127.0.0.1")).isEqualTo(new Refused(Why.HOST));
        assertThat(resolved).as("not even asked for").isEmpty();
        assertThat(reached).hasValue(0);
    }

    @Test
    void takesNoOtherSchemePortOrCredentials() {
        assertThat(fetch("file:///etc/passwd")).isEqualTo(new Refused(Why.SCHEME));
        assertThat(fetch("gopher://example.org/")).isEqualTo(new Refused(Why.SCHEME));
        assertThat(fetch("jar:http://example.org/a!/b")).isEqualTo(new Refused(Why.SCHEME));
        assertThat(fetch("http://user@example.org/")).isEqualTo(new Refused(Why.USER_INFO));
        assertThat(fetch("http://example.org:80@127.0.0.1/")).isEqualTo(new Refused(Why.USER_INFO));
        for (int odd : new int[] {22, 25, 5432, 6379, 8080, 0}) {
            assertThat(fetch("http://example.org:" + odd + "/")).isEqualTo(new Refused(Why.PORT));
        }
    }

    @Test
    void checksEveryRedirect() throws IOException {
        redirect("/to-metadata", "http://169.254.169.254/latest/meta-data");
        redirect("/to-localhost", "http://localhost:" + port + "/");
        redirect("/to-file", "file:///etc/passwd");
        redirect("/to-other-port", "http://127.0.0.1:1/");
        redirect("/relative", "to-metadata");
        redirect("/round", "/round");
        redirect("/garbage", "http://[");
        redirect("/good", "/");
        try (var fetches = allowing()) {
            assertThat(fetches.get(here("/to-metadata"), LIMITS)).isEqualTo(new Refused(Why.HOST));
            assertThat(fetches.get(here("/to-localhost"), LIMITS)).isEqualTo(new Refused(Why.HOST));
            assertThat(fetches.get(here("/to-file"), LIMITS)).isEqualTo(new Refused(Why.SCHEME));
            assertThat(fetches.get(here("/to-other-port"), LIMITS))
                    .isEqualTo(new Refused(Why.HOST));
            assertThat(fetches.get(here("/relative"), LIMITS)).isEqualTo(new Refused(Why.HOST));
            assertThat(fetches.get(here("/round"), LIMITS)).isEqualTo(new Refused(Why.REDIRECTS));
            assertThat(fetches.get(here("/garbage"), LIMITS)).isInstanceOf(Failed.class);
            assertThat(reached).hasValue(0);
            assertThat(fetches.get(here("/good"), LIMITS)).isInstanceOf(Answer.class);
        }
    }

    @Test
    void connectsToWhatItCheckedHoweverTheNameResolvesNext() throws IOException {
        var asked = new AtomicInteger();
        // a public address that answers nobody first, then ours: rebinding
        try (var fetches =
                new Fetches(
                        Set.of(),
                        host ->
                                resolve(
                                        asked.getAndIncrement() == 0
                                                ? "192.88.98.1"
                                                : "127.0.0.1"))) {
            // whatever answers there, or nobody: not ours
            fetches.get(
                    URI.create("http://rebinding.example/"),
                    new Limits(10, Duration.ofMillis(300), 0, Set.of()));
            assertThat(asked).as("resolved once for a connection").hasValue(1);
            assertThat(fetches.get(URI.create("https://rebinding.example/"), LIMITS))
                    .isEqualTo(new Refused(Why.ADDRESS));
            assertThat(reached).hasValue(0);
        }
    }

    @Test
    void takesInNoMoreThanWasAllowed() throws IOException {
        answer("/large", "image/png", "x".repeat(1_001));
        answer("/right", "image/png; charset=x", "x".repeat(1_000));
        server.createContext(
                "/said-large",
                exchange -> {
                    exchange.sendResponseHeaders(200, 5_000_000);
                    exchange.getResponseBody().flush();
                });
        try (var fetches = allowing()) {
            assertThat(fetches.get(here("/large"), LIMITS)).isEqualTo(new Refused(Why.SIZE));
            assertThat(fetches.get(here("/said-large"), LIMITS)).isEqualTo(new Refused(Why.SIZE));
            var images = new Limits(1_000, Duration.ofSeconds(2), 0, Set.of("image/png"));
            assertThat(fetches.get(here("/right"), images)).isInstanceOf(Answer.class);
            assertThat(fetches.get(here("/"), images)).isEqualTo(new Refused(Why.MEDIA_TYPE));
        }
    }

    @Test
    void waitsNoLongerThanWasAllowed() throws IOException {
        server.createContext(
                "/dripping",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (var out = exchange.getResponseBody()) {
                        for (int i = 0; i < 100; i++) {
                            out.write('x');
                            out.flush();
                            Thread.sleep(100);
                        }
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                });
        try (var fetches = allowing()) {
            Instant begun = Instant.now();
            assertThat(
                            fetches.get(
                                    here("/dripping"),
                                    new Limits(1_000, Duration.ofMillis(500), 0, Set.of())))
                    .isEqualTo(new Failed("time"));
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
        }
    }
}
