package org.lisolo.surveillance;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shared surveillance data; a test that needs what is not there is skipped. */
public final class SharedSurveillance {
    private SharedSurveillance() {}

    /** A file of the data, for example {@code us_flu/ilinet_national.csv}. */
    public static Path file(String name) {
        String given = System.getenv("LISOLO_SHARED");
        String property = System.getProperty("lisolo.shared", given == null ? "" : given);
        return Stream.of(property, "../shared", "../../shared", "../../../shared")
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place, "data", "surveillance").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(
                        () -> {
                            Assumptions.abort("skipped: there is no shared data " + name);
                            return Path.of("");
                        });
    }
}
