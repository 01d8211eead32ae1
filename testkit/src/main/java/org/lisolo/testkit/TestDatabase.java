package org.lisolo.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * A PostgreSQL database of a test's own. All tests of a JVM share one server: an embedded one, that
 * forgets everything at the end, or the one that the environment variable or system property {@code
 * LISOLO_TEST_DATABASE} names ({@code jdbc:postgresql://host:port/database?user=…&password=…}; the
 * user must be allowed to create databases). Safe for use by many threads.
 *
 * @param url with user and password in it
 */
public record TestDatabase(String url) {
    private static final Map<String, TestDatabase> TEMPLATES = new ConcurrentHashMap<>();

    /** A new, empty database. */
    public static TestDatabase empty() {
        return create("template1");
    }

    /**
     * A new database that is a copy of a template, which takes a tenth of a second whatever is in
     * it. The template is made at the first call for its name in this JVM.
     *
     * @param migrate fills the template; every connection to it must be closed when it returns
     */
    public static TestDatabase copyOf(String template, Consumer<TestDatabase> migrate) {
        TestDatabase original =
                TEMPLATES.computeIfAbsent(
                        template,
                        _ -> {
                            TestDatabase made = empty();
                            migrate.accept(made);
                            return made;
                        });
        return create(original.name());
    }

    public String name() {
        String beforeParameters = url.substring(0, url.indexOf('?'));
        return beforeParameters.substring(beforeParameters.lastIndexOf('/') + 1);
    }

    /** One connection a call, no pool. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    /** Ends every connection to it, as an outage does; new ones are welcome. */
    public void cutConnections() {
        execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                        + name()
                        + "'");
    }

    public void drop() {
        execute("drop database if exists " + name() + " with (force)");
    }

    private static TestDatabase create(String template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        // the file copy is quicker than the default for small databases when nothing is flushed
        execute("create database " + name + " template " + template);
        String maintenance = Server.URL;
        int end = maintenance.indexOf('?');
        String host = maintenance.substring(0, maintenance.lastIndexOf('/', end));
        return new TestDatabase(host + '/' + name + maintenance.substring(end));
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(Server.URL);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database refused: " + sql, e);
        }
    }

    /** Started at the first use, ended with the JVM by its own shutdown hook. */
    private static final class Server {
        static final String URL = url();

        private static String url() {
            String given =
                    System.getProperty(
                            "LISOLO_TEST_DATABASE", System.getenv("LISOLO_TEST_DATABASE"));
            return given == null ? embedded() : given.contains("?") ? given : given + "?";
        }

        // fsync stays off, as zonky has it: what tests write need not outlive a power cut
        private static String embedded() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("unix_socket_directories", "")
                        .start()
                        .getJdbcUrl("postgres", "postgres")
                        .replaceFirst("(\\?.*)?$", "?user=postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("the test database did not start", e);
            }
        }
    }
}
