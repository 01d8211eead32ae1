package org.lisolo.server.testing;

import org.lisolo.server.ServerApplication;
import org.lisolo.testkit.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases with every module's schema in it, migrated once a JVM the way production does. */
public final class Databases {
    private Databases() {}

    /** A fresh one for a test that needs no Spring. */
    public static TestDatabase migrated() {
        return TestDatabase.copyOf("lisolo", Databases::migrate);
    }

    public static JdbcClient client(TestDatabase database) {
        return JdbcClient.create(database.dataSource());
    }

    /** The application itself, of which only the migrations are brought to life. */
    private static void migrate(TestDatabase database) {
        var application =
                new SpringApplicationBuilder(ServerApplication.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .properties(FreshServer.settings(database))
                        // a log begun here would have another key in every copy
                        .properties("lisolo.log.sequencer=false");
        try (var context = application.run()) {
            context.getBean(FlywayMigrationInitializer.class);
        }
    }
}
