package org.lisolo.server.platform.postgres;

import org.lisolo.server.platform.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

import java.nio.file.Path;
import java.util.Optional;

/** In force unless {@code spring.datasource.url} names another PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoOtherDatabase.class)
class EmbeddedPostgresConfiguration {
    @Bean
    static EmbeddedPostgres embeddedPostgres(
            DataFolder data,
            @Value("${lisolo.postgres.port:0}") int port,
            @Value("${lisolo.postgres.binaries:#{null}}") Optional<Path> binaries) {
        return EmbeddedPostgres.start(data, binaries.orElse(data.resolve("programs")), port);
    }

    @Bean
    static JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return postgres.url();
            }

            @Override
            public String getUsername() {
                return postgres.user();
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }
        };
    }

    static final class NoOtherDatabase implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(
                    context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
