package org.lisolo.server.testing;

import org.lisolo.server.ServerApplication;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.testkit.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

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

    /** The whole application on a database that may be empty, for as long as {@code use} takes. */
    public static void startOn(TestDatabase database, Consumer<JdbcClient> use) {
        var application =
                new SpringApplicationBuilder(ServerApplication.class)
                        .initializers(context -> FreshServer.settle(context, database));
        try (var context = application.run("--server.port=0", "--lisolo.demo=false")) {
            use.accept(context.getBean(JdbcClient.class));
        }
    }

    /** Two servers on one database, with the same keys. */
    public static void startTwo(
            TestDatabase database, BiConsumer<ApplicationContext, ApplicationContext> use) {
        try (var here = node(database, "true")) {
            Path keys = here.getBean(DataFolder.class).resolve("keys");
            try (var there = node(database, "false", keys)) {
                use.accept(here, there);
            }
        }
    }

    private static ConfigurableApplicationContext node(
            TestDatabase database, String sequencer, Path... keys) {
        return new SpringApplicationBuilder(ServerApplication.class)
                .initializers(context -> FreshServer.settle(context, database, keys))
                .run(
                        "--server.port=0",
                        "--lisolo.demo=false",
                        "--lisolo.keys.adoption=500ms",
                        "--lisolo.log.sequencer=" + sequencer);
    }

    /** The application itself, of which only the migrations are brought to life. */
    private static void migrate(TestDatabase database) {
        var application =
                new SpringApplicationBuilder(ServerApplication.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .initializers(context -> FreshServer.settle(context, database));
        // a log begun here would have another key in every copy
        try (var context = application.run("--lisolo.demo=false", "--lisolo.log.sequencer=false")) {
            context.getBean(FlywayMigrationInitializer.class);
        }
    }
}
