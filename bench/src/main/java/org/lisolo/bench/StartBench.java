package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;

import org.lisolo.bench.bare.BareJar;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.postgres.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Start to first page beside a bare application of the same starters, and memory. */
@Command(
        name = "StartBench",
        mixinStandardHelpOptions = true,
        description = {
            "Seconds from the start of the process to the first page, in turns: Lisolo on a data"
                    + " folder that exists, with its own PostgreSQL to start; Lisolo on a"
                    + " PostgreSQL that runs already; a bare Spring Boot application with the same"
                    + " libraries on that same PostgreSQL.",
            "Then resident memory (PSS) at rest and while events are posted."
        })
final class StartBench implements Callable<Integer> {
    @Option(names = "--rounds", description = "turns that count, after one to warm up")
    private int rounds = 5;

    @Option(names = "--rest", description = "seconds until memory at rest is read")
    private int rest = 15;

    @Option(names = "--load", description = "seconds of load; 0 leaves memory out")
    private int load = 20;

    @Option(names = "--jar", description = "the packaged server")
    private Path jar =
            Path.of(System.getProperty("lisolo.server.jar", "server/target/lisolo-server.jar"));

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StartBench()).execute(arguments));
    }

    /** What one turn saw, in seconds. */
    private record Turn(double lisolo, double withoutPostgres, double bare) {}

    @Override
    public Integer call() throws Exception {
        Figures.sayMachine();
        Path folder = Files.createTempDirectory(BenchServer.folder(), "start");
        try {
            Path bare = folder.resolve("bare.jar");
            BareJar.write(jar, bare);
            compare(folder, bare);
            if (load > 0) {
                memory(folder.resolve("data"));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return 0;
    }

    private void compare(Path folder, Path bare) throws Exception {
        Path programs = BenchServer.folder().resolve("programs");
        try (DataFolder other = DataFolder.open(folder.resolve("other"));
                EmbeddedPostgres postgres = EmbeddedPostgres.start(other, programs, 0)) {
            List<String> running =
                    List.of(
                            "--spring.datasource.url=" + postgres.url(),
                            "--spring.datasource.username=" + postgres.user(),
                            "--spring.datasource.password=" + postgres.password());
            List<String> own = own(folder.resolve("data"));
            List<String> onRunning = new ArrayList<>(running);
            onRunning.add("--lisolo.demo=false");
            onRunning.add("--lisolo.data=" + folder.resolve("data-without-postgres"));
            List<Turn> turns = new ArrayList<>();
            // the turn to warm up makes the data folders and migrates
            for (int round = 0; round <= rounds; round++) {
                Turn turn = new Turn(time(jar, own), time(jar, onRunning), time(bare, running));
                if (round > 0) {
                    turns.add(turn);
                }
            }
            tell(turns);
        }
    }

    private static List<String> own(Path data) throws IOException {
        return List.of(
                "--lisolo.demo=false",
                "--lisolo.data=" + data,
                "--lisolo.postgres.binaries=" + BenchServer.folder().resolve("programs"));
    }

    private static double time(Path jar, List<String> settings)
            throws IOException, InterruptedException {
        try (StartedJar started = StartedJar.start(jar, settings)) {
            return started.seconds();
        }
    }

    private static void tell(List<Turn> turns) {
        List<Double> lisolo = turns.stream().map(Turn::lisolo).toList();
        List<Double> without = turns.stream().map(Turn::withoutPostgres).toList();
        List<Double> bare = turns.stream().map(Turn::bare).toList();
        List<Double> ratios = turns.stream().map(t -> t.lisolo / t.bare).toList();
        List<Double> like = turns.stream().map(t -> t.withoutPostgres / t.bare).toList();
        say("%nStart to first page: seconds, median of %d turns", turns.size());
        say("  %-36s %6.2f", "Lisolo, starting its PostgreSQL", Figures.median(lisolo));
        say("  %-36s %6.2f", "Lisolo, PostgreSQL running", Figures.median(without));
        say("  %-36s %6.2f", "bare, PostgreSQL running", Figures.median(bare));
        say("  %-36s %6.2f   (goal at most 1.5)", "first / bare", Figures.median(ratios));
        say("  %-36s %6.2f", "second / bare", Figures.median(like));
    }

    private void memory(Path data) throws Exception {
        try (StartedJar server = StartedJar.start(jar, own(data))) {
            Thread.sleep(rest * 1_000L);
            Memory atRest = Memory.of(server.handle());
            PostedLoad posted = new PostedLoad(server.address("/api/v1/events"));
            posted.open(data);
            Memory most = posted.during(load, () -> Memory.of(server.handle()));
            say("%nResident memory (PSS)");
            say("  %d s after the start   %s", rest, atRest.megabytes());
            say(
                    "  under load, the most   %s: %,.0f events a second posted for %d s",
                    most.megabytes(), posted.rate(), load);
        }
    }
}
