package org.lisolo.server.platform;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Secrets come from the environment or from files. A file is named by the setting with {@code
 * -file} behind it ({@code SPRING_DATASOURCE_PASSWORD_FILE}); on the command line, where every user
 * of the machine reads them, they are refused.
 */
public final class SecretSettings implements EnvironmentPostProcessor {
    /** A setting that holds a secret itself, and not the name of a file or a service. */
    static final Pattern SECRET =
            Pattern.compile("(?i)(?:.*[._-])?(?:password|passphrase|secret|token|private-key)");

    private static final List<String> FROM_FILES =
            List.of("spring.datasource.password", "spring.mail.password");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        refuseOnTheCommandLine(
                environment
                        .getPropertySources()
                        .get(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME));
        Map<String, Object> read = new HashMap<>();
        for (String secret : FROM_FILES) {
            String file = environment.getProperty(secret + "-file", "").strip();
            if (!file.isEmpty()) {
                read.put(secret, read(secret, Path.of(file)));
            }
        }
        environment.getPropertySources().addFirst(new MapPropertySource("secrets in files", read));
    }

    private static void refuseOnTheCommandLine(
            @org.jspecify.annotations.Nullable PropertySource<?> typed) {
        if (!(typed instanceof EnumerablePropertySource<?> settings)) {
            return;
        }
        for (String name : settings.getPropertyNames()) {
            if (SECRET.matcher(name).matches()) {
                throw new StartRefused(
                        "The secret " + name + " stands on the command line, where others read it.",
                        "Put it into the environment, or name a file with " + name + "-file.");
            }
        }
    }

    private static String read(String secret, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "The file of the secret " + secret + " can't be read: " + file + ".",
                    "Give this user the right to read it.",
                    e);
        }
    }
}
