package org.lisolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.testkit.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real script, in a house of its own where every Java is a script too; and the real jar. */
class LauncherIT {
    private static final Path JAR = Path.of("target", "lisolo.jar").toAbsolutePath();

    @TempDir Path house;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void build() throws IOException {
        String script = Files.readString(Path.of("..", "lisolo"));
        // so that the Javas of this machine are not found
        script = script.replace("/usr/lib/jvm/", house + "/jvm/").replace("/Library/", house + "/");
        program(house.resolve("lisolo"), script);
        jar("server/target/lisolo-server.jar");
        jar("cli/target/lisolo.jar");
        environment.put("HOME", house.toString());
        environment.put("PATH", house + "/bin:/usr/bin:/bin");
        environment.put("JAVA_HOME", "");
        environment.put("LISOLO_JAVA", "");
        environment.put("LISOLO_JVM_OPTIONS", "");
        java("bin/java", 17); // comes before the machine's own on the PATH
    }

    @Test
    void startRunsTheServerAndEveryOtherVerbTheCommandLine() throws Exception {
        java("jvm/temurin-25/bin/java", 25);
        assertThat(lisolo("start", "--server.port=9000", "two words").output())
                .contains("-jar " + house + "/server/target/lisolo-server.jar --server.port=9000")
                .endsWith("[two words]\n");
        assertThat(lisolo("ledger", "verify").output())
                .contains("-jar " + house + "/cli/target/lisolo.jar ledger [verify]");
    }

    @Test
    void takesTheJavaItIsToldFirst() throws Exception {
        java("told/bin/java", 25);
        java("home/bin/java", 26);
        java("jvm/temurin-25/bin/java", 25);
        assertThat(lisolo("x").output()).startsWith(house + "/jvm/temurin-25/");
        environment.put("JAVA_HOME", house + "/home");
        assertThat(lisolo("x").output()).startsWith(house + "/home/");
        environment.put("LISOLO_JAVA", house + "/told/bin/java");
        assertThat(lisolo("x").output()).startsWith(house + "/told/");
    }

    @Test
    void passesOverAnOlderJavaAndFindsTheOneOfSdkman() throws Exception {
        java("old/bin/java", 21);
        environment.put("JAVA_HOME", house + "/old");
        java(".sdkman/candidates/java/25.0.3-tem/bin/java", 25);
        assertThat(lisolo("x").output()).startsWith(house + "/.sdkman/");
    }

    @Test
    void saysWhatIsNeededWhenThereIsNoJava25() throws Exception {
        Program said = lisolo("start");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.output()).contains("no JDK 25 was found").contains("LISOLO_JAVA=");
    }

    @Test
    void doesNotSecondGuessAWrongLisoloJava() throws Exception {
        java("jvm/temurin-25/bin/java", 25);
        environment.put("LISOLO_JAVA", house + "/bin/java");
        Program said = lisolo("start");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.output()).contains("LISOLO_JAVA=" + house + "/bin/java is not");
    }

    @Test
    void saysHowToBuildAMissingJar() throws Exception {
        java("jvm/temurin-25/bin/java", 25);
        Files.delete(house.resolve("server/target/lisolo-server.jar"));
        Program said = lisolo("start");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.output()).contains("lisolo-server.jar is not there").contains("mvn ");
    }

    @Test
    void worksThroughALinkFromAnotherFolder() throws Exception {
        java("jvm/temurin-25/bin/java", 25);
        Files.createSymbolicLink(house.resolve("bin/lisolo"), house.resolve("lisolo"));
        Program said = Program.run(environment, List.of("sh", house + "/bin/lisolo", "x"));
        assertThat(said.output()).contains(house + "/cli/target/lisolo.jar");
    }

    @Test
    void theRealJarTellsItsVerbs() throws Exception {
        Program help =
                Program.run(Map.of(), List.of(Program.java(), "-jar", JAR.toString(), "--help"));
        assertThat(help.output()).contains("Usage: lisolo");
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void theRealJarTellsAnOlderJavaWhatIsNeeded() throws Exception {
        Optional<String> java = Program.java(17);
        assumeTrue(java.isPresent(), "skipped: no Java 17 in /usr/lib/jvm to try it with");
        Program said =
                Program.run(
                        Map.of(), List.of(java.orElseThrow(), "-jar", JAR.toString(), "--help"));
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.output()).startsWith("Lisolo needs Java 25 ").hasLineCount(1);
    }

    private Program lisolo(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", house + "/lisolo"));
        command.addAll(List.of(arguments));
        return Program.run(environment, command);
    }

    /**
     * Answers for its version, and otherwise shows how it was called, the last argument in
     * brackets.
     */
    private void java(String path, int version) throws IOException {
        program(
                house.resolve(path),
                """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%d.0.3" 2026-04-21' >&2; exit; fi
                printf '%%s' "$0"
                while [ $# -gt 1 ]; do printf ' %%s' "$1"; shift; done
                printf ' [%%s]\\n' "$1"
                """
                        .formatted(version));
    }

    private void jar(String path) throws IOException {
        Files.createDirectories(house.resolve(path).getParent());
        Files.writeString(house.resolve(path), "");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
