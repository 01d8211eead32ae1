package org.lisolo.server.platform;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each module's schema has migrations and a history of its own, in {@code db/migration/} and its
 * name. Spring Modulith would do the same, after it has looked through all classes at each start.
 */
@Component
final class Migrations implements FlywayMigrationStrategy {
    private static final String FOLDER = "db/migration/";
    private static final Pattern MODULE = Pattern.compile(FOLDER + "(\\w+)/");

    @Override
    public void migrate(Flyway flyway) {
        for (String module : modules()) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:" + FOLDER + module)
                    .table(flyway.getConfiguration().getTable() + "_" + module)
                    // the first module's history is no reason for the second to halt
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    /** In the order of their names: no schema refers to another. */
    private static SortedSet<String> modules() {
        SortedSet<String> modules = new TreeSet<>();
        try {
            var files = new PathMatchingResourcePatternResolver();
            for (Resource file : files.getResources("classpath:" + FOLDER + "*/V*.sql")) {
                Matcher path = MODULE.matcher(file.getURL().getPath());
                if (path.find()) {
                    modules.add(path.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }
}
