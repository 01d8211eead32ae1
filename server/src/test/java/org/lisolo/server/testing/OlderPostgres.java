package org.lisolo.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.lisolo.testkit.Program;
import org.lisolo.testkit.TestDatabase;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The oldest PostgreSQL we promise to run on, as Debian has it; the test is skipped without. */
public final class OlderPostgres implements AutoCloseable {
    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path folder;
    private final int port;

    private OlderPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static OlderPostgres start() throws Exception {
        assumeTrue(Files.isDirectory(BIN), "skipped: no PostgreSQL 15 in " + BIN);
        Path folder = Files.createTempDirectory("postgres15");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (ROOT) {
            Program.run(Map.of(), List.of("chown", "65534:65534", folder.toString()));
        }
        var postgres = new OlderPostgres(folder, freePort());
        postgres.launch();
        return postgres;
    }

    private void launch() throws Exception {
        String data = folder + "/data";
        run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N");
        run(
                "pg_ctl",
                "-D",
                data,
                "-w",
                "-l",
                folder + "/log",
                "start",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
    }

    public TestDatabase database() {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
    }

    @Override
    public void close() throws Exception {
        run("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        Program.run(Map.of(), List.of("rm", "-r", folder.toString()));
    }

    private static void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(BIN.resolve(program).toString());
        command.addAll(List.of(arguments));
        Program ran = Program.run(Map.of("LC_ALL", "C"), command);
        assertThat(ran.exitCode()).as(ran.output()).isZero();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
