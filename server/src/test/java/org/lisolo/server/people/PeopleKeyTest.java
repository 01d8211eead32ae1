package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.StartRefused;
import org.lisolo.server.testing.Databases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class PeopleKeyTest {
    final PeopleKey key = new PeopleKey(new byte[32]);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = key.seal("Awa", "account.name 1");
        assertThat(key.openText(sealed, "account.name 1")).isEqualTo("Awa");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Awa");
    }

    @Test
    void sealsTheSameNameDifferentlyEachTime() {
        assertThat(key.seal("Awa", "here")).isNotEqualTo(key.seal("Awa", "here"));
    }

    @Test
    void refusesWhatWasAlteredOrMoved() {
        byte[] sealed = key.seal("Awa", "account.name 1");
        assertThatThrownBy(() -> key.open(sealed, "account.name 2"))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open(sealed, "account.name 1"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.open(new byte[3], "account.name 1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly(@TempDir Path folder) throws IOException {
        byte[] sealed;
        try (DataFolder data = DataFolder.open(folder)) {
            sealed = PeopleKey.of(data).seal("Awa", "here");
            assertThat(PeopleKey.of(data).openText(sealed, "here")).isEqualTo("Awa");
        }
        Path file = folder.resolve("keys/people.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesToStartOnADatabaseBegunWithAnother() {
        var database = Databases.client(Databases.migrated());
        new KeyProof(database, key).afterPropertiesSet();
        new KeyProof(database, key).afterPropertiesSet();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> new KeyProof(database, new PeopleKey(other)).afterPropertiesSet())
                .isInstanceOf(StartRefused.class);
    }
}
