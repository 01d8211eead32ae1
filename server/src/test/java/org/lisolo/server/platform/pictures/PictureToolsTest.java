package org.lisolo.server.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** A server that was killed leaves its folder; the next one takes it away, and no other's. */
class PictureToolsTest {
    @TempDir Path temporary;

    private Path left(String name, Duration ago, boolean withLock) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        Files.writeString(Files.createDirectories(folder.resolve("org")).resolve("A.class"), "x");
        if (withLock) {
            Files.createFile(folder.resolve("lock"));
        }
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(ago)));
        return folder;
    }

    @Test
    void sweepsWhatNobodyHoldsAndNothingElse() throws IOException {
        Path killed = left("lisolo-pictures1", Duration.ofMinutes(1), true);
        Path older = left("lisolo-pictures2", Duration.ofDays(2), false);
        Path beingMade = left("lisolo-pictures3", Duration.ofMinutes(1), false);
        Path strange = left("lisolo-other", Duration.ofDays(9), false);
        try (var runs = new PictureTools(temporary)) {
            Path held = runs.folder();
            assertThat(killed).doesNotExist();
            assertThat(older).doesNotExist();
            assertThat(beingMade).exists();
            assertThat(strange).exists();
            try (var next = new PictureTools(temporary)) {
                assertThat(held).isNotEmptyDirectory();
                assertThat(next.folder()).isNotEqualTo(held);
            }
            assertThat(runs.folder()).isEqualTo(held);
        }
        assertThat(temporary).isDirectoryNotContaining("glob:**lisolo-pictures?????*");
    }
}
