package org.lisolo.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.ServerApplication;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Databases;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.testkit.TestDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics as they are fetched, by the wire. */
class MetricsTest {
    private static final Pattern OURS = Pattern.compile("(?m)^(lisolo_\\w+?)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** What may stand beside a value: nothing that names a person, a text or an organisation. */
    private static final Set<String> LABELS =
            Set.of("follower", "purpose", "outcome", "le", "application");

    @TempDir Path home;
    private final TestDatabase database = Databases.migrated();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext server;
    private int management;

    @AfterEach
    void stop() {
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
                new SpringApplicationBuilder(ServerApplication.class)
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
            assertThat(answer.statusCode()).as(closed).isGreaterThanOrEqualTo(400);
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
    }
}
