package org.lisolo.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.ServerApplication;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.QuickPasswords;
import org.lisolo.server.testing.Databases;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.testkit.TestDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics as they are fetched and sent, by the wire. */
class MetricsTest {
    private static final Pattern OURS = Pattern.compile("(?m)^(lisolo_\\w+?)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** What may stand beside a value: nothing that names a person, a text or an organisation. */
    private static final Set<String> LABELS =
            Set.of("follower", "purpose", "outcome", "le", "application");

    @TempDir Path home;
    private final TestDatabase database = Databases.migrated();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<Sent> received = new LinkedBlockingQueue<>();
    private HttpServer collector;
    private ConfigurableApplicationContext server;
    private int management;

    /** What a collector was sent. */
    private record Sent(String path, String type, String body) {}

    @BeforeEach
    void openACollector() throws IOException {
        collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
                        body =
                                new java.util.zip.GZIPInputStream(
                                                new java.io.ByteArrayInputStream(body))
                                        .readAllBytes();
                    }
                    received.add(
                            new Sent(
                                    exchange.getRequestURI().getPath(),
                                    exchange.getRequestHeaders().getFirst("Content-Type"),
                                    new String(
                                            body, java.nio.charset.StandardCharsets.ISO_8859_1)));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
        server.close();
        database.drop();
    }

    private void begin(String... more) {
        var settings =
                new java.util.ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--lisolo.demo=false",
                                "--spring.datasource.hikari.minimum-idle=0",
                                "--spring.datasource.url=" + database.url(),
                                "--lisolo.data=" + home.resolve("data")));
        settings.addAll(List.of(more));
        server =
                new SpringApplicationBuilder(ServerApplication.class, QuickPasswords.class)
                        .run(settings.toArray(String[]::new));
        management = Integer.parseInt(server.getEnvironment().getProperty("local.management.port"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + management + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private double value(String name) throws Exception {
        Matcher found =
                Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$")
                        .matcher(get("/actuator/prometheus").body());
        assertThat(found.find()).as(name).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void whatAnOperatorWatchesIsThereWithNothingAboutAnybody() throws Exception {
        Path folder = Files.createDirectory(home.resolve("backups"));
        Path passphrase = Files.writeString(home.resolve("p"), "pirogue manioc fleuve lune");
        begin("--lisolo.backup.folder=" + folder, "--lisolo.backup.passphrase-file=" + passphrase);
        var hospital =
                Hospital.open(server.getBean(Organisations.class), server.getBean(Accounts.class));
        server.getBean(Inbox.class)
                .accept(List.of(Said.in(hospital.id()).text("Tshilombo a la fièvre").arrival()));
        while (server.getBean(Log.class).size() < 1) {
            Thread.sleep(20);
        }
        Visitor.at(Integer.parseInt(server.getEnvironment().getProperty("local.server.port")))
                .get("/search?q=Tshilombo");
        server.getBean(Backups.class).look();
        server.getBean(Gauges.class).measure();

        assertThat(value("lisolo_log_entries")).isGreaterThanOrEqualTo(1);
        assertThat(value("lisolo_log_waiting")).isNotNegative();
        assertThat(value("lisolo_follower_skipped{follower=\"monitoring.screening\"}")).isZero();
        assertThat(value("lisolo_mail_waiting")).isZero();
        assertThat(value("lisolo_backup_age")).isBetween(0.0, 600.0);
        assertThat(value("lisolo_backup_size")).isGreaterThan(1_000);
        assertThat(value("lisolo_backup_failed")).isZero();
        assertThat(value("lisolo_key_age{purpose=\"people\"}")).isNotNegative();
        assertThat(value("lisolo_events_total{outcome=\"refused\"}")).isZero();
        assertThat(value("lisolo_alert_latency_seconds_count")).isNotNegative();

        String all = get("/actuator/prometheus").body();
        assertThat(all).contains("jvm_memory_used_bytes", "http_server_requests", "hikaricp_");
        assertThat(all)
                .doesNotContain(
                        "Tshilombo",
                        hospital.name(),
                        hospital.id().toString(),
                        hospital.admin().email(),
                        hospital.admin().account().toString());
        String guide = Files.readString(Path.of("../docs/operating.md"));
        var told = new TreeSet<String>();
        Matcher ours = OURS.matcher(all);
        while (ours.find()) {
            told.add(
                    ours.group(1)
                            .replaceAll("_(total|seconds|seconds_(count|sum|max|bucket))$", ""));
            Matcher label = LABEL.matcher(ours.group(2) == null ? "" : ours.group(2));
            while (label.find()) {
                assertThat(LABELS).contains(label.group(1));
            }
        }
        assertThat(told).hasSizeGreaterThan(9);
        for (String name : told) {
            assertThat(guide).as("in the operator's guide").contains("`" + name);
        }
    }

    @Test
    void whileTheDatabaseIsAwayNoOldFigureIsShownForANewOne() throws Exception {
        begin();
        server.getBean(Gauges.class).measure();
        assertThat(value("lisolo_log_waiting")).isNotNaN();
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        database.drop();
        server.getBean(Gauges.class).measure();
        assertThat(value("lisolo_log_waiting")).isNaN();
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingElseIsServedThereAndNothingOfItElsewhere() throws Exception {
        begin();
        for (String closed :
                List.of("env", "beans", "heapdump", "loggers", "metrics", "shutdown")) {
            HttpResponse<String> answer = get("/actuator/" + closed);
            assertThat(answer.statusCode()).as(closed).isEqualTo(404);
            assertThat(answer.body()).as(closed).doesNotContain("spring", database.name());
        }
        String port = server.getEnvironment().getProperty("local.server.port");
        HttpResponse<String> page =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://localhost:"
                                                        + port
                                                        + "/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(server.getEnvironment().getProperty("management.server.address"))
                .isEqualTo("127.0.0.1");
        TimeUnit.SECONDS.sleep(1);
        assertThat(received).as("nothing is sent unless asked for").isEmpty();
        assertThat(server.getBeansOfType(MeterRegistry.class))
                .allSatisfy((name, _) -> assertThat(name).doesNotContainIgnoringCase("otlp"));
    }

    /** OTLP 1.x over HTTP: protobuf posted to the address that was set. */
    @Test
    void metricsAreSentByOtlpWhereThatIsSet() throws Exception {
        begin(
                "--lisolo.otlp.endpoint=http://localhost:"
                        + collector.getAddress().getPort()
                        + "/v1/metrics",
                "--management.otlp.metrics.export.step=1s");
        server.getBean(Gauges.class).measure();
        boolean sent = false;
        for (int i = 0; i < 30 && !sent; i++) {
            Sent one = received.poll(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
            assertThat(one)
                    .as(
                            () ->
                                    "a message to the collector; "
                                            + server.getBeansOfType(MeterRegistry.class).keySet()
                                            + ConditionEvaluationReport.get(server.getBeanFactory())
                                                    .getConditionAndOutcomesBySource()
                                                    .entrySet()
                                                    .stream()
                                                    .filter(c -> c.getKey().contains("Otlp"))
                                                    .flatMap(c -> c.getValue().stream())
                                                    .map(c -> c.getOutcome().getMessage())
                                                    .toList())
                    .isNotNull();
            assertThat(one.path()).isEqualTo("/v1/metrics");
            assertThat(one.type()).isEqualTo("application/x-protobuf");
            sent =
                    one.body().contains("lisolo.log.entries")
                            && one.body().contains("jvm.memory.used")
                            && one.body().contains("service.name")
                            && one.body().contains("lisolo");
        }
        assertThat(sent).as("our figures, under the name of the service").isTrue();
    }
}
