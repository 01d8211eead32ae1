package org.lisolo.server.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.ConfigurableEnvironment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** The database and data folder of a server, read from the same settings, while it runs. */
record RunningDatabase(
        Path data,
        String url,
        String user,
        String password,
        Optional<String> keyService,
        Optional<String> keyServiceCredentials,
        Duration adoption) {
    /** Stands for an application that is nothing but its settings. */
    static final class SettingsOnly {}

    static RunningDatabase of(String[] settings) {
        return settings(settings, RunningDatabase::of);
    }

    /** What the settings say, without starting anything. */
    static <T> T settings(String[] settings, Function<ConfigurableEnvironment, T> read) {
        var application =
                new SpringApplicationBuilder(SettingsOnly.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false);
        var all = new ArrayList<>(List.of(settings));
        all.add("--lisolo.demo=false");
        try (var context = application.run(all.toArray(String[]::new))) {
            return read.apply(context.getEnvironment());
        }
    }

    private static RunningDatabase of(ConfigurableEnvironment environment) {
        Path data = dataFolder(environment);
        @Nullable String url = environment.getProperty("spring.datasource.url");
        if (url != null && !url.isBlank()) {
            return new RunningDatabase(
                    data,
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""),
                    given(environment, "lisolo.keys.service"),
                    given(environment, "lisolo.keys.service-credentials"),
                    environment.getProperty(
                            "lisolo.keys.adoption", Duration.class, Duration.ofSeconds(30)));
        }
        try {
            // line 4 of PostgreSQL's lock file is its port
            String port =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
            return new RunningDatabase(
                    data,
                    "jdbc:postgresql://127.0.0.1:" + port + "/lisolo",
                    "lisolo",
                    Files.readString(data.resolve("postgres-password")).strip(),
                    given(environment, "lisolo.keys.service"),
                    given(environment, "lisolo.keys.service-credentials"),
                    environment.getProperty(
                            "lisolo.keys.adoption", Duration.class, Duration.ofSeconds(30)));
        } catch (IOException e) {
            throw new Refused(
                    "No server runs on the data folder "
                            + data
                            + ". Start it first (or name the folder with --lisolo.data=FOLDER).",
                    e);
        }
    }

    static Path dataFolder(ConfigurableEnvironment environment) {
        return Path.of(environment.getProperty("lisolo.data", "./data")).toAbsolutePath();
    }

    private static Optional<String> given(ConfigurableEnvironment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(v -> !v.isBlank());
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "lisolo operator");
        return DriverManager.getConnection(url, properties);
    }

    Path keys() {
        return data.resolve("keys");
    }
}
