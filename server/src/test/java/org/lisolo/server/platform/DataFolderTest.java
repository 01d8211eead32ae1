package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class DataFolderTest {
    @TempDir Path folder;

    @Test
    void isMadeForItsOwnerOnly() throws Exception {
        try (DataFolder data = DataFolder.open(folder.resolve("a/b"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isHeldByOneServerAtATime() {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(first.path()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("already running");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void saysSoWhenItCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("can't be used");
    }
}
