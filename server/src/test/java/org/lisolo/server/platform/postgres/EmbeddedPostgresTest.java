package org.lisolo.server.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.StartRefused;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Each of the ways in which a database that a program brings along is known to go wrong. */
class EmbeddedPostgresTest {
    private static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    @TempDir static Path firstStart;
    @TempDir Path folder;
    private DataFolder data;
    private EmbeddedPostgres postgres;

    @BeforeAll
    static void startOnce() {
        try (var data = DataFolder.open(firstStart)) {
            EmbeddedPostgres.start(data, PROGRAMS, 0).close();
        }
    }

    /** Most tests begin with a second start, on a copy of what the first one left. */
    @BeforeEach
    void open(TestInfo test) throws Exception {
        if (!test.getTags().contains("first-start")) {
            var copy = new ProcessBuilder("cp", "-a", firstStart + "/.", folder.toString());
            assertThat(copy.inheritIO().start().waitFor()).isZero();
        }
        data = DataFolder.open(folder);
    }

    @AfterEach
    void stop() {
        if (postgres != null) {
            postgres.close();
        }
        data.close();
    }

    @Test
    void keepsWhatWasCommitted() throws Exception {
        start();
        assertThat(value("show fsync")).isEqualTo("on");
        assertThat(value("show synchronous_commit")).isEqualTo("on");
        assertThat(value("show full_page_writes")).isEqualTo("on");
        assertThat(value("show data_checksums")).isEqualTo("on");
        keepARow();
        postgres.close();
        assertThat(new Leftovers(postgresFolder(), null).running()).isEmpty();
        start();
        assertThat(value("select word from kept")).isEqualTo("mbote");
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        start();
        assertThatThrownBy(
                        () -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("28P01");
        assertThat(Files.readAllLines(postgresFolder().resolve("pg_hba.conf")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
        assertThat(mode(folder.resolve("postgres-password"))).isEqualTo("rw-------");
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(value("select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
    }

    @Test
    void listensOnTheLoopbackOnlyAndOnNoSocketFile() throws Exception {
        start();
        List<String> running = Files.readAllLines(postgresFolder().resolve("postmaster.pid"));
        assertThat(running.get(4)).as("where its socket file lies").isBlank();
        assertThat(running.get(5)).isEqualTo("127.0.0.1");
        int port = URI.create(postgres.url().substring("jdbc:".length())).getPort();
        for (InetAddress address : otherAddresses()) {
            assertThatThrownBy(() -> knock(address, port)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void isOutOfReachOfCtrlC() throws Exception {
        start();
        String stat = Files.readString(Path.of("/proc/" + postgres.pid() + "/stat"));
        String session = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
        assertThat(session).isEqualTo(Long.toString(postgres.pid()));
    }

    @Test
    void stopsTheOrphanOfAKilledServer() throws Exception {
        data.close();
        long orphan = killAServerOn(folder);
        assertThat(ProcessHandle.of(orphan)).as("PostgreSQL outlives the killed Java").isPresent();
        data = DataFolder.open(folder);
        start();
        assertThat(postgres.pid()).isNotEqualTo(orphan);
        assertThat(new Leftovers(postgresFolder(), null).running())
                .contains(postgres.pid())
                .doesNotContain(orphan);
        keepARow();
    }

    @Test
    void startsThoughTheNumberOfADeadServerBelongsToAnotherProgram() throws Exception {
        start();
        keepARow();
        Path pidFile = postgresFolder().resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        postgres.close();
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    pidFile,
                    other.pid() + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n");
            start();
            assertThat(value("select word from kept")).isEqualTo("mbote");
            assertThat(other.isAlive()).as("a stranger is left alone").isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void isStartedAgainOnTheSamePortWhenItStopsUnderUs() throws Exception {
        start();
        keepARow();
        String url = postgres.url();
        long before = postgres.pid();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await(Duration.ofSeconds(20), () -> postgres.pid() != before && answers());
        assertThat(postgres.url()).isEqualTo(url);
        assertThat(value("select word from kept")).isEqualTo("mbote");
    }

    @Test
    void doesNotWaitForAQueryThatLostItsPostmaster() throws Exception {
        start();
        long before = postgres.pid();
        Thread query =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        value(
                                                "select count(*) from generate_series(1,"
                                                        + " 10000000000)");
                                    } catch (SQLException _) {
                                        // cut off, as it must be
                                    }
                                });
        await(
                Duration.ofSeconds(10),
                () -> {
                    try {
                        return value("select count(*) from pg_stat_activity where state = 'active'")
                                .equals("2");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await(Duration.ofSeconds(20), () -> postgres.pid() != before && answers());
        query.join(Duration.ofSeconds(5));
        assertThat(query.isAlive()).isFalse();
    }

    @Test
    @Tag("first-start")
    void anInterruptedFirstStartIsBegunAnew() throws Exception {
        Files.createDirectories(folder.resolve("postgres.unfinished"));
        Files.writeString(folder.resolve("postgres.unfinished").resolve("PG_VERSION"), "18");
        Files.writeString(folder.resolve("postgres-password"), "of the first try");
        start();
        keepARow();
    }

    @Test
    void itsLogNeverShowsWhatPeopleWrote() throws Exception {
        start();
        keepARow();
        assertThatThrownBy(() -> run("insert into kept values ('mbote')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> run("select 'secret words' from nowhere"))
                .isInstanceOf(SQLException.class);
        String log = Files.readString(folder.resolve("log").resolve("postgresql.log"));
        assertThat(log).contains("duplicate key").doesNotContain("mbote").doesNotContain("secret");
    }

    @Test
    void refusesDataOfAnotherPostgres() throws Exception {
        start();
        postgres.close();
        Files.writeString(postgresFolder().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("written by PostgreSQL 17");
    }

    @Test
    void refusesToGoOnWithoutItsPassword() throws Exception {
        start();
        postgres.close();
        Files.delete(folder.resolve("postgres-password"));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("password");
    }

    private void start() {
        postgres = EmbeddedPostgres.start(data, PROGRAMS, 0);
    }

    private Path postgresFolder() {
        return folder.resolve("postgres");
    }

    private static long killAServerOn(Path folder) throws Exception {
        Process server =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledServer.class.getName(),
                                folder.toString(),
                                PROGRAMS.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader words = server.inputReader()) {
            long postmaster =
                    words.lines()
                            .filter(line -> line.startsWith("postmaster "))
                            .mapToLong(line -> Long.parseLong(line.substring(11)))
                            .findFirst()
                            .orElseThrow();
            server.destroyForcibly().waitFor();
            return postmaster;
        }
    }

    private void keepARow() throws SQLException {
        run("create table kept (word text primary key)");
        run("insert into kept values ('mbote')");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private boolean answers() {
        try {
            return value("select 1").equals("1");
        } catch (SQLException _) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static void knock(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void await(Duration time, BooleanSupplier condition)
            throws InterruptedException {
        Instant end = Instant.now().plus(time);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within " + time).isBefore(end);
            Thread.sleep(50);
        }
    }
}
