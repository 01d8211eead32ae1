package org.lisolo.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Databases;
import org.lisolo.server.testing.OlderPostgres;

class OlderPostgresTest {
    @Test
    void migrationsRunAndTheServerStartsOnPostgres15() throws Exception {
        try (var postgres = OlderPostgres.start()) {
            Databases.startOn(
                    postgres.database(),
                    jdbc ->
                            assertThat(jdbc.sql("show server_version").query(String.class).single())
                                    .startsWith("15."));
        }
    }
}
