package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets come from the environment or from files, and from nowhere else. */
class SecretSettingsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** {@code ${name:default}} and {@code getProperty("name", "default")}. */
    private static final List<Pattern> DEFAULTS =
            List.of(
                    Pattern.compile("\\$\\{([\\w.-]+):([^}]*)}"),
                    Pattern.compile("getProperty\\(\\s*\"([\\w.-]+)\",\\s*\"([^\"]*)\""));

    /** What no file of ours may hold, whatever its name. */
    private static final List<Pattern> LOOKS_SECRET =
            List.of(
                    Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*[A-Za-z0-9+/]{40}"),
                    Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b"),
                    Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}"),
                    Pattern.compile("\\bxox[abpr]-[0-9A-Za-z-]{20}"),
                    Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\."),
                    Pattern.compile("://[^/\\s:@\"'${}]+:(?!…|\\*)[^/\\s:@\"'${}]{3,}@"));

    private static final Set<String> FOLDERS_OF_OTHERS = Set.of(".git", "target", "node_modules");

    @TempDir Path folder;

    @Test
    void noSettingThatHoldsASecretHasADefaultOfOurs() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                keep(found, file, yaml(file));
            } else if (name.endsWith(".properties")) {
                keep(found, file, settings(file));
            } else if (name.endsWith(".java") && file.toString().contains("src/main")) {
                String text = Files.readString(file);
                for (Pattern pattern : DEFAULTS) {
                    Matcher setting = pattern.matcher(text);
                    while (setting.find()) {
                        keep(found, file, Map.of(setting.group(1), setting.group(2)));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static void keep(Set<String> found, Path file, Map<?, ?> settings) {
        settings.forEach(
                (name, value) -> {
                    if (SecretSettings.SECRET.matcher(name.toString()).matches()
                            && !value.toString().isBlank()) {
                        found.add(ROOT.relativize(file) + ": " + name);
                    }
                });
    }

    private static Map<?, ?> yaml(Path file) {
        var reader = new YamlPropertiesFactoryBean();
        reader.setResources(new FileSystemResource(file));
        Properties read = reader.getObject();
        return read == null ? Map.of() : read;
    }

    /** Bundles of sentences are files of this kind too. */
    private static Properties settings(Path file) throws IOException {
        var read = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            read.load(in);
        }
        read.keySet()
                .removeIf(
                        name -> !name.toString().matches("(spring|server|management|lisolo)\\..*"));
        return read;
    }

    /** What the libraries know to be set, by the metadata that Spring Boot's tools read. */
    @Test
    void noLibraryBringsASecretWithADefault() throws IOException {
        Set<String> found = new TreeSet<>();
        int secrets = 0;
        for (URL metadata :
                Collections.list(
                        getClass()
                                .getClassLoader()
                                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = metadata.openStream()) {
                for (JsonNode setting : JsonMapper.shared().readTree(in).path("properties")) {
                    String name = setting.path("name").asString();
                    if (SecretSettings.SECRET.matcher(name).matches()) {
                        secrets++;
                        String value = setting.path("defaultValue").asString("");
                        if (!value.isBlank()) {
                            found.add(name + " = " + value);
                        }
                    }
                }
            }
        }
        assertThat(secrets).as("settings that hold secrets").isGreaterThan(5);
        assertThat(found).isEmpty();
    }

    @Test
    void noFileOfTheRepositoryHoldsWhatLooksLikeASecret() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (Pattern pattern : LOOKS_SECRET) {
                Matcher secret = pattern.matcher(text);
                if (secret.find() && !file.endsWith("SecretSettingsTest.java")) {
                    found.add(ROOT.relativize(file) + ": " + pattern);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(ROOT)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                boolean ours = true;
                for (Path part : ROOT.relativize(file)) {
                    ours &= !FOLDERS_OF_OTHERS.contains(part.toString());
                }
                if (ours && Files.isRegularFile(file) && Files.size(file) < 2_000_000) {
                    files.add(file);
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(500);
        return files;
    }

    @Test
    void onTheCommandLineTheyAreRefused() {
        for (String setting :
                List.of(
                        "--spring.datasource.password=x",
                        "--lisolo.backup.passphrase=x",
                        "--spring.mail.password=x",
                        "--server.ssl.key-store-password=x")) {
            var environment = new StandardEnvironment();
            environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(setting));
            assertThatThrownBy(() -> process(environment))
                    .as(setting)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("command line")
                    .hasMessageNotContaining("=x");
        }
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new SimpleCommandLinePropertySource(
                                "--spring.datasource.password-file=" + folder.resolve("absent")));
        assertThatThrownBy(() -> process(environment)).hasMessageContaining("can't be read");
    }

    @Test
    void aFileIsNamedByTheVariableWithFileBehindIt() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "tambour\n");
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource(
                                "test",
                                Map.of("SPRING_DATASOURCE_PASSWORD_FILE", file.toString())));
        process(environment);
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("tambour");
        assertThat(environment.getProperty("spring.mail.password")).isNull();
    }

    private static void process(StandardEnvironment environment) {
        new SecretSettings().postProcessEnvironment(environment, new SpringApplication());
    }

    static final class Nothing {}

    @Test
    void aFolderOfFilesIsReadAsSettings() throws IOException {
        Files.writeString(folder.resolve("spring.mail.password"), "baobab");
        try (var context =
                new SpringApplicationBuilder(Nothing.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--lisolo.demo=false",
                                "--spring.config.import=configtree:" + folder + "/")) {
            assertThat(context.getEnvironment().getProperty("spring.mail.password"))
                    .isEqualTo("baobab");
        }
    }
}
