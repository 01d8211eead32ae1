package org.lisolo.server.web;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.StartRefused;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Serves by TLS with the certificate and key in two PEM files, {@code lisolo.tls.certificate} and
 * {@code lisolo.tls.key}. New files in their place are taken up without a restart: whoever is
 * connected goes on, the next connection is shown the new certificate.
 */
public final class OwnCertificate implements EnvironmentPostProcessor {
    private static final String BUNDLE = "spring.ssl.bundle.pem.lisolo.";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        String certificate = environment.getProperty("lisolo.tls.certificate", "").strip();
        String key = environment.getProperty("lisolo.tls.key", "").strip();
        if (certificate.isEmpty() && key.isEmpty()) {
            return;
        }
        Map<String, Object> settings =
                Map.of(
                        BUNDLE + "keystore.certificate",
                        file("lisolo.tls.certificate", certificate),
                        BUNDLE + "keystore.private-key",
                        file("lisolo.tls.key", key),
                        BUNDLE + "reload-on-update",
                        "true",
                        "server.ssl.bundle",
                        "lisolo",
                        "server.ssl.enabled-protocols",
                        "TLSv1.2,TLSv1.3");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("the certificate's files", settings));
    }

    private static String file(String setting, @Nullable String path) {
        if (path == null || path.isEmpty() || !Files.isReadable(Path.of(path))) {
            throw new StartRefused(
                    "For TLS a certificate and its key are needed, and "
                            + setting
                            + " names no file that can be read.",
                    "Set lisolo.tls.certificate and lisolo.tls.key to PEM files that this user may"
                            + " read, or neither.");
        }
        return Path.of(path).toAbsolutePath().toUri().toString();
    }
}
