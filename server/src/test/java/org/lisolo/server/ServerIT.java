package org.lisolo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.Upload;
import org.lisolo.testkit.NewHospital;
import org.lisolo.testkit.Program;
import org.lisolo.testkit.RunningServer;
import org.lisolo.testkit.TestDatabase;
import org.lisolo.testkit.Visitor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged jar, as it is started by whoever runs it. The numbered tests are one story of one
 * server and its data folder, since a start takes its time; where root builds, an ordinary user
 * runs it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerIT {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static Path home;
    private static Path jar;
    private static RunningServer server;

    @BeforeAll
    static void startAsAnOrdinaryUser() throws Exception {
        home = Files.createTempDirectory("lisolo-it");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        jar = home.resolve("lisolo-server.jar");
        Files.copy(RunningServer.JAR, jar, StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectory(data());
        if (ROOT) {
            Program.run(Map.of(), List.of("chown", "-R", "65534:65534", home.toString()));
        }
        server = start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        Program.run(Map.of(), List.of("rm", "-r", home.toString()));
    }

    /** The jar lends its classes to a process of their own, whoever runs it. */
    @Test
    @Order(0)
    void drawsThePictureOfAPost() throws Exception {
        Visitor admin = NewHospital.on(server).admin();
        admin.get("/work/posts");
        String post = admin.post("/work/posts").location().orElseThrow();
        var sent =
                Upload.send(
                        server.port(),
                        admin,
                        post,
                        post + "/pictures",
                        "picture",
                        Pictures.fromAPhone(900, 600, 6),
                        "picture_shape",
                        "square");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        Matcher shown =
                Pattern.compile("src=\"(" + post + "/pictures/[0-9a-f]{64})\"[^>]* width=\"600\"")
                        .matcher(admin.get(post).body());
        assertThat(shown.find()).isTrue();
        assertThat(admin.get(shown.group(1)).status()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void refusesASecondServerOnTheSameFolderInOneSentence() throws Exception {
        Program second = Program.run(Map.of(), RunningServer.command(data(), jar));
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
                .contains("Another Lisolo server is already running on the data folder")
                .contains("--lisolo.data=")
                .doesNotContain("\tat ");
        assertThat(server.health()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void startsItsDatabaseAgainWhenThatIsKilled() throws Exception {
        postmaster().destroyForcibly();
        assertThat(server.health()).as("an answer, not a wait").isIn(200, 503);
        server.awaitLog("PostgreSQL stopped under us");
        server.awaitHealth(Duration.ofSeconds(60));
    }

    @Test
    @Order(3)
    void failsARequestSoonWhileTheDatabaseCannotBeStarted() throws Exception {
        Path control = data().resolve("postgres/global/pg_control");
        Path aside = data().resolve("pg_control");
        Files.move(control, aside);
        postmaster().destroyForcibly();
        // an answer may come before the first attempt, which would then find the file back again
        server.awaitLog("can't be started again yet");
        assertThat(server.health()).isEqualTo(503);
        Files.move(aside, control);
        server.awaitHealth(Duration.ofSeconds(60));
    }

    @Test
    @Order(4)
    void comesBackAfterAKillAndStopsTheDatabaseThatWasLeft() throws Exception {
        ProcessHandle orphan = postmaster();
        server.kill();
        assertThat(orphan.isAlive()).isTrue();
        server.close();
        server = start();
        assertThat(server.log()).contains("of an earlier server still runs");
        assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
    }

    @Test
    @Order(5)
    void stopsItsDatabaseWithItselfAndCutsNoConnection() throws Exception {
        server.handle().destroy();
        server.handle().onExit().get();
        assertThat(server.log()).doesNotContain("terminating connection");
        assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void startsNoDatabaseOfItsOwnBesideAnother(@TempDir Path folder) throws Exception {
        TestDatabase other = TestDatabase.empty();
        try (var _ = RunningServer.start(folder, "--spring.datasource.url=" + other.url())) {
            assertThat(folder.resolve("postgres")).doesNotExist();
        } finally {
            other.drop();
        }
    }

    @Test
    void tellsAnOlderJavaWhatIsNeeded() throws Exception {
        Optional<String> java = Program.java(17);
        assumeTrue(java.isPresent(), "skipped: no Java 17 in /usr/lib/jvm to try it with");
        Program said = Program.run(Map.of(), List.of(java.orElseThrow(), "-jar", jar.toString()));
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.output()).startsWith("Lisolo needs Java 25 ").hasLineCount(1);
    }

    private static RunningServer start() throws Exception {
        return RunningServer.start(ROOT ? AS_NOBODY : List.of(), jar, data());
    }

    private static Path data() {
        return home.resolve("data");
    }

    private static ProcessHandle postmaster() throws Exception {
        try (var lines = Files.lines(data().resolve("postgres/postmaster.pid"))) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow())).orElseThrow();
        }
    }
}
