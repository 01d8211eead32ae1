package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.platform.keys.LocalService;
import org.lisolo.server.platform.keys.MainKeys;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class VaultTest {
    @TempDir Path folder;
    final TestDatabase database = Databases.migrated();

    private Vault node() {
        return VaultWorkshop.vault(database, folder);
    }

    private MainKeys main() {
        return new MainKeys(folder, Optional.empty(), Optional.empty());
    }

    @Test
    void opensWhatAnotherNodeSealed() {
        byte[] sealed = node().of("letters").seal("Awa", "letter 1");
        assertThat(node().of("letters").openText(sealed, "letter 1")).isEqualTo("Awa");
        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("Awa");
        assertThat(node().of("letters").lookup("Awa", "name"))
                .isEqualTo(node().of("letters").lookup("Awa", "name"))
                .isNotEqualTo(node().of("letters").lookup("Awa", "town"));
    }

    @Test
    void sealsTheSameNameDifferentlyEachTime() {
        Seal seal = node().of("letters");
        assertThat(seal.seal("Awa", "here")).isNotEqualTo(seal.seal("Awa", "here"));
    }

    @Test
    void refusesWhatWasAlteredOrMovedOrIsAnotherPurposes() {
        Seal seal = node().of("letters");
        byte[] sealed = seal.seal("Awa", "letter 1");
        assertThatThrownBy(() -> seal.open(sealed, "letter 2"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> node().of("people").open(sealed, "letter 1"))
                .isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> seal.open(altered, "letter 1"))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> seal.open(new byte[3], "letter 1"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(new byte[0], "letter 1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMainKeyIsReadableByItsOwnerOnlyAndNeverInTheDatabase() throws IOException {
        node().of("letters").mark();
        Path file = folder.resolve("main.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(
                        Databases.client(database)
                                .sql("select seals from platform.keyset")
                                .query(byte[].class)
                                .single())
                .isNotEmpty();
    }

    @Test
    void aServerWithAnotherMainKeyRefusesToStart(@TempDir Path elsewhere) {
        node().of("people").mark();
        assertThatThrownBy(() -> VaultWorkshop.vault(database, elsewhere).of("people").mark())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("main.key");
    }

    @Test
    void aChangedKeyIsNoticedByTheOtherNodesAndTheOldOneStillOpens() throws Exception {
        Seal there = node().of("people");
        byte[] before = there.seal("Awa", "name");
        byte[] hashBefore = there.lookup("awa@", "email");
        VaultWorkshop.keysets(database, main(), Duration.ZERO).rotate("people");
        Seal here = node().of("people");
        byte[] after = here.seal("Nzuzi", "name");
        assertThat(here.openText(before, "name")).isEqualTo("Awa");
        assertThat(there.openText(after, "name")).isEqualTo("Nzuzi");
        assertThat(Arrays.mismatch(before, here.mark())).isLessThan(here.mark().length);
        assertThat(after).startsWith(here.mark());
        assertThat(List.of(here.lookups("awa@", "email"))).hasSize(2).contains(hashBefore);
        assertThat(here.lookup("awa@", "email"))
                .as("until all nodes know the new one")
                .isEqualTo(hashBefore);
        Thread.sleep(4_100);
        assertThat(here.lookup("awa@", "email"))
                .startsWith(here.lookupMark())
                .isNotEqualTo(hashBefore);
    }

    @Test
    void anOldKeyIsDestroyedOnlyWhenNothingNeedsItAndThenOpensNothing() {
        byte[] before = node().of("people").seal("Awa", "name");
        var keysets = VaultWorkshop.keysets(database, main(), Duration.ZERO);
        keysets.rotate("people");
        assertThat(keysets.destroyOlder("people")).as("not counted").isFalse();
        VaultWorkshop.store(database, Duration.ZERO).noteLeft("people", 0);
        assertThat(keysets.destroyOlder("people")).as("counted too early").isFalse();
        VaultWorkshop.store(database, Duration.ofHours(3)).noteLeft("people", 3);
        assertThat(keysets.destroyOlder("people")).as("three left").isFalse();
        VaultWorkshop.store(database, Duration.ofHours(3)).noteLeft("people", 0);
        assertThat(keysets.destroyOlder("people")).isTrue();
        assertThat(VaultWorkshop.store(database, Duration.ZERO).changing()).isEmpty();
        assertThatThrownBy(() -> node().of("people").open(before, "name"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bytesUnderTheirOwnKeyOpenByItOnly() {
        Seal seal = node().of("media");
        byte[] picture = new byte[1 << 20];
        Seal.Enclosed kept = seal.enclose(picture, "blob 1");
        assertThat(node().of("media").disclose(kept, "blob 1")).isEqualTo(picture);
        Seal.Enclosed other = seal.enclose(picture, "blob 1");
        assertThatThrownBy(
                        () -> seal.disclose(new Seal.Enclosed(other.key(), kept.bytes()), "blob 1"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.disclose(kept, "blob 2"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewMainKeyWrapsAnewWhenTheKeysAreNextRead() throws IOException {
        byte[] sealed = node().of("people").seal("Awa", "name");
        String old = Files.readString(folder.resolve("main.key"));
        main().renew();
        assertThat(node().of("people").openText(sealed, "name")).isEqualTo("Awa");
        Files.writeString(folder.resolve("main.key"), old);
        assertThatThrownBy(() -> node().of("people").mark()).isInstanceOf(StartRefused.class);
    }

    @Test
    void aKeyManagementServiceCanTakeTheFilesPlace() throws IOException {
        byte[] sealed = node().of("people").seal("Awa", "name");
        var service = new MainKeys(folder, Optional.of(LocalService.URI), Optional.empty());
        assertThat(VaultWorkshop.vault(database, service).of("people").openText(sealed, "name"))
                .isEqualTo("Awa");
        Files.delete(folder.resolve("main.key"));
        assertThat(VaultWorkshop.vault(database, service).of("people").openText(sealed, "name"))
                .isEqualTo("Awa");
        assertThat(folder.resolve("main.key")).doesNotExist();
        var unknown = new MainKeys(folder, Optional.of("aws-kms://nobody"), Optional.empty());
        assertThatThrownBy(() -> VaultWorkshop.vault(database, unknown).of("letters").mark())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("aws-kms://nobody");
    }

    @Test
    void manyFieldsAreSealedAndOpenedQuickly() {
        Seal seal = node().of("people");
        byte[] name = "Mbuyi Kalala Joséphine".getBytes(UTF_8);
        long took = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long begun = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                seal.open(seal.seal(name, "name"), "name");
            }
            took = Math.min(took, System.nanoTime() - begun);
        }
        System.out.printf("sealing and opening a field: %.1f µs%n", took / 1e3 / 10_000);
        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(2));
    }
}
