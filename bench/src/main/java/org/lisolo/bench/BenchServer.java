package org.lisolo.bench;

import org.lisolo.server.ServerApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole application in this JVM, on an empty data folder with the PostgreSQL that it brings
 * along and all settings of production. The folder is gone when this is closed.
 */
final class BenchServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Path data;

    private BenchServer(ConfigurableApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    /**
     * Starts it.
     *
     * @param settings more of them, as {@code --name=value}
     */
    static BenchServer start(String... settings) throws IOException {
        Path data = Files.createTempDirectory(folder(), "data");
        List<String> all = new ArrayList<>();
        all.add("--lisolo.data=" + data);
        all.add("--lisolo.postgres.binaries=" + folder().resolve("programs"));
        all.add("--lisolo.demo=false");
        all.add("--server.port=0");
        all.add("--management.server.port=-1");
        all.add("--logging.level.root=warn");
        all.addAll(List.of(settings));
        var context =
                new SpringApplicationBuilder(ServerApplication.class)
                        .web(WebApplicationType.SERVLET)
                        .registerShutdownHook(true)
                        .run(all.toArray(String[]::new));
        return new BenchServer(context, data);
    }

    /** Where data folders are made: on a disk, for a folder in memory would make fsync free. */
    static Path folder() throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("lisolo.bench.folder", "bench/target/run"))
                        .toAbsolutePath());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Stops the followers, where something else is measured. */
    void stopFollowers() {
        context.getBean("followers", SmartLifecycle.class).stop();
    }

    void startFollowers() {
        context.getBean("followers", SmartLifecycle.class).start();
    }

    /** A connection of its own, outside the application's pool. */
    Connection connect() throws SQLException {
        JdbcConnectionDetails details = bean(JdbcConnectionDetails.class);
        return DriverManager.getConnection(
                details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
