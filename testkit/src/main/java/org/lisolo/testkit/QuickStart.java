package org.lisolo.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The packaged server unpacked, with an ahead-of-time cache of the classes that a start loads, and
 * PostgreSQL's programs: from there it starts with half of the processor time. Made beside the jar,
 * once for each jar, by the first test process that asks.
 */
final class QuickStart {
    private static final Path JAR = RunningServer.JAR;
    private static final Path FOLDER = JAR.resolveSibling("quick-start");

    private QuickStart() {}

    /** How the server is started up to its own arguments. */
    static List<String> command() throws IOException, InterruptedException {
        Path made = made();
        return command("-XX:AOTCache=" + made.resolve("classes.aot"), made);
    }

    private static List<String> command(String cache, Path folder) {
        var command = new ArrayList<>(RunningServer.JAVA);
        command.addAll(
                List.of(
                        cache,
                        "-jar",
                        folder.resolve(JAR.getFileName()).toString(),
                        "--lisolo.postgres.binaries=" + folder.resolve("programs")));
        return command;
    }

    private static Path made() throws IOException, InterruptedException {
        // a channel's lock keeps other processes out, not other threads
        synchronized (QuickStart.class) {
            Files.createDirectories(FOLDER);
            try (var channel =
                            FileChannel.open(
                                    FOLDER.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                Path whole = FOLDER.resolve("whole");
                String jar = Files.getLastModifiedTime(JAR) + " " + Files.size(JAR);
                Path madeOf = whole.resolve("made-of");
                if (!Files.exists(madeOf) || !Files.readString(madeOf).equals(jar)) {
                    delete(whole);
                    make(whole);
                    Files.writeString(madeOf, jar);
                }
                return whole;
            }
        }
    }

    private static void make(Path folder) throws IOException, InterruptedException {
        run(
                List.of(
                        Program.java(),
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--destination",
                        folder.toString()));
        Path data = folder.resolve("data");
        List<String> start = command("-XX:AOTCacheOutput=" + folder.resolve("classes.aot"), folder);
        // it ends where all beans are there
        start.add(1, "-Dspring.context.exit=onRefresh");
        start.addAll(RunningServer.settings(data));
        run(start);
        delete(data);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Program program = Program.run(Map.of(), command);
        if (program.exitCode() != 0) {
            throw new IllegalStateException(command + " said:\n" + program.output());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(
                            file -> {
                                try {
                                    Files.delete(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }
}
