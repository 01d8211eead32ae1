package org.lisolo.server.platform.keys;

import org.lisolo.server.platform.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    /**
     * The main key.
     *
     * @param service the URI of a key in a key management service; without it, a file in the data
     *     folder
     * @param credentials a file, where the service's client is not to use its own default
     */
    @Bean
    static MainKeys mainKeys(
            DataFolder folder,
            @Value("${lisolo.keys.service:}") String service,
            @Value("${lisolo.keys.service-credentials:}") String credentials) {
        return new MainKeys(folder.resolve("keys"), given(service), given(credentials));
    }

    @Bean
    static KeysetStore keysetStore(JdbcClient jdbc, Clock clock) {
        return new KeysetStore(jdbc, clock);
    }

    @Bean
    static Keysets keysets(
            KeysetStore store,
            MainKeys main,
            @Value("${lisolo.keys.adoption:30s}") Duration adoption) {
        return new Keysets(store, main, adoption);
    }

    private static Optional<String> given(String setting) {
        return Optional.of(setting).filter(Predicate.not(String::isBlank));
    }
}
