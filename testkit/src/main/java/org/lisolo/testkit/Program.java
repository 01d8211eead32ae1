package org.lisolo.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that was run to its end.
 *
 * @param output what it printed to both streams, mixed
 * @param took from start to end
 */
public record Program(int exitCode, String output, Duration took) {
    /**
     * Runs it; one that takes longer than three minutes is ended and fails the test.
     *
     * @param environment what is added to ours; an empty value takes the variable away
     */
    public static Program run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        environment.forEach(
                (name, value) -> {
                    if (value.isEmpty()) {
                        builder.environment().remove(name);
                    } else {
                        builder.environment().put(name, value);
                    }
                });
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                throw new AssertionError(
                        command + " did not end; it said: " + Files.readString(output));
            }
            return new Program(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /** The java that runs this test. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The java of that version in the usual folder, if it is installed. */
    public static Optional<String> java(int version) throws IOException {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.filter(home -> isVersion(home, version))
                    .map(home -> home.resolve("bin/java").toString())
                    .findFirst();
        }
    }

    private static boolean isVersion(Path home, int version) {
        try {
            return Files.isExecutable(home.resolve("bin/java"))
                    && Files.readString(home.resolve("release"))
                            .contains("JAVA_VERSION=\"" + version + ".");
        } catch (IOException _) {
            return false;
        }
    }
}
