package org.lisolo.server.platform;

import static java.util.stream.Collectors.toMap;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** How far each module is migrated before a backup is restored; empty for all to the end. */
    private final Map<String, String> versions;

    /**
     * Migrates to the end, or only so far.
     *
     * @param versions such as {@code people:3,message:2}, on a database that is empty
     */
    Migrations(@Value("${lisolo.migrate-to:}") List<String> versions) {
        this.versions =
                versions.stream()
                        .map(entry -> entry.split(":", 2))
                        .collect(toMap(entry -> entry[0], entry -> entry[1]));
    }

    @Override
    public void migrate(Flyway flyway) {
        if (!modules().containsAll(versions.keySet())) {
            throw new StartRefused(
                    "The backup is of a newer Lisolo, with modules that this one does not have: "
                            + versions.keySet()
                            + ".",
                    "Restore it with that version.");
        }
        modules().stream()
                .filter(module -> versions.isEmpty() || versions.containsKey(module))
                .forEach(module -> migrate(flyway, module));
    }

    private void migrate(Flyway flyway, String module) {
        Flyway ours =
                Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .locations("classpath:" + FOLDER + module)
                        .table(flyway.getConfiguration().getTable() + "_" + module)
                        // the first module's history is no reason for the second to halt
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .target(versions.getOrDefault(module, "latest"))
                        .load();
        if (!versions.isEmpty()) {
            refuseUnlessEmpty(ours, module);
        }
        ours.migrate();
    }

    private void refuseUnlessEmpty(Flyway flyway, String module) {
        var info = flyway.info();
        if (info.applied().length > 0) {
            throw new StartRefused(
                    "The database is not empty, so no backup is restored into it.",
                    "Name an empty one.");
        }
        var wanted = MigrationVersion.fromVersion(versions.getOrDefault(module, "0"));
        if (Arrays.stream(info.pending())
                .noneMatch(pending -> wanted.equals(pending.getVersion()))) {
            throw new StartRefused(
                    "The backup is of a newer Lisolo: " + module + " stands at " + wanted + ".",
                    "Restore it with that version.");
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
