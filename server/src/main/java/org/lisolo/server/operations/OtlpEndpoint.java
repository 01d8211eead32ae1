package org.lisolo.server.operations;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/**
 * Metrics are sent by OpenTelemetry's protocol once {@code lisolo.otlp.endpoint} says where to;
 * otherwise nothing leaves.
 */
public final class OtlpEndpoint implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        String endpoint = environment.getProperty("lisolo.otlp.endpoint", "").strip();
        Map<String, Object> settings =
                endpoint.isEmpty()
                        ? Map.of("management.otlp.metrics.export.enabled", "false")
                        : Map.of(
                                "management.otlp.metrics.export.enabled",
                                "true",
                                "management.otlp.metrics.export.url",
                                endpoint);
        environment.getPropertySources().addFirst(new MapPropertySource("otlp", settings));
    }
}
