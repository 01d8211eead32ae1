package org.lisolo.server.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to run as root; for root they are started in a user
 * namespace of their own, where the same user has another number. A server that is started is in a
 * session of its own, so that Ctrl-C in the terminal reaches only Lisolo, which stops it in its
 * turn.
 */
final class PostgresPrograms {
    private static final long LONGEST_MINUTES = 5;

    private final PostgresBinaries binaries;
    private final Path log;
    private final boolean root;

    /**
     * @param log where all that they print is appended
     */
    PostgresPrograms(PostgresBinaries binaries, Path log) {
        this.binaries = binaries;
        this.log = log;
        this.root = isRoot();
    }

    /** Starts the server and gives back its process: the postmaster itself, no shell between. */
    Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(command("postgres", arguments));
        return builder(command).start();
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it fails; what it printed is in the log
     */
    void run(String program, List<String> arguments, String input) throws IOException {
        Process process = builder(command(program, arguments)).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(program + " failed; its words are in " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " ran", e);
        } finally {
            process.destroy();
        }
    }

    /**
     * @param name INT asks the postmaster to stop now but cleanly, QUIT at once, with recovery
     *     later
     */
    void signal(String name, long pid) throws IOException {
        run("pg_ctl", List.of("kill", name, Long.toString(pid)), "");
    }

    Path log() {
        return log;
    }

    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binaries.program(program));
        command.addAll(arguments);
        return command;
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        // what is set for other PostgreSQLs of this machine must not reach ours
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
