package org.lisolo.server.testing;

import org.lisolo.testkit.TestDatabase;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Gives an application context a database and a data folder that nothing else uses. */
public final class FreshServer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        settle(context, Databases.migrated());
    }

    /**
     * On a database.
     *
     * @param keys the folder of another server's keys, if this one is to have the same
     */
    static void settle(
            ConfigurableApplicationContext context, TestDatabase database, Path... keys) {
        Map<String, Object> settings = settings(database);
        for (Path folder : keys) {
            copy(folder, Path.of(settings.get("lisolo.data").toString(), "keys"));
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("fresh server", settings));
    }

    private static Map<String, Object> settings(TestDatabase database) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("lisolo.data", emptyFolder().toString());
        settings.put("spring.datasource.hikari.maximum-pool-size", 8);
        settings.put("spring.datasource.hikari.minimum-idle", 0);
        settings.put("management.server.port", -1);
        settings.put("lisolo.demo", false);
        return settings;
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.list(Files.createDirectories(to).resolve(from.toAbsolutePath()))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptyFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(target.toAbsolutePath(), "server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
