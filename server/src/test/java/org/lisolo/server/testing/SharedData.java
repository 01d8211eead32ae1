package org.lisolo.server.testing;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data that is not part of the project: the folder that {@code LISOLO_SHARED} names
 * (environment or system property), else {@code ../shared} beside the project. A test that needs
 * what isn't there is skipped.
 */
public final class SharedData {
    private SharedData() {}

    /** A file or folder of the shared data, for example {@code data/text/streams}. */
    public static Path path(String relative) {
        String named = System.getProperty("LISOLO_SHARED", System.getenv("LISOLO_SHARED"));
        Path shared = named == null ? Path.of("..", "..", "shared") : Path.of(named);
        Path path = shared.resolve(relative);
        Assumptions.assumeTrue(
                Files.exists(path), () -> "skipped: " + relative + " is not in the shared data");
        return path;
    }
}
