package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.StartRefused;
import org.lisolo.server.platform.Vault.OldKeys;
import org.lisolo.server.platform.VaultWorkshop;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Installations from before there was a vault. */
class OldPeopleKeyTest {
    @TempDir Path keys;
    final TestDatabase database = Databases.migrated();
    final byte[] secret = "one secret of exactly 32 bytes!!".getBytes(UTF_8);

    private Seal seal() {
        var old = new OldPeopleKey(keys.resolve("people.key"), Databases.client(database));
        return VaultWorkshop.vault(database, keys).of("people", old::keys);
    }

    private void began(byte[] with) {
        Databases.client(database)
                .sql("insert into people.key_proof (proof) values (?)")
                .param(oldLookup(with, "people.key", "key_proof"))
                .update();
    }

    @Test
    void whatWasSealedInTheOldFormOpensAndIsFound() throws Exception {
        began(secret);
        Files.writeString(keys.resolve("people.key"), HexFormat.of().formatHex(secret) + "\n");
        Seal seal = seal();
        assertThat(seal.openText(oldSeal("Awa", "account.name 1"), "account.name 1"))
                .isEqualTo("Awa");
        assertThat(List.of(seal.lookups("awa@hopital.example", "account.email")))
                .hasSize(2)
                .contains(oldLookup(secret, "awa@hopital.example", "account.email"));
        byte[] anew = seal.seal("Awa", "account.name 1");
        assertThat(anew).startsWith(seal.mark());
        assertThat(seal.openText(anew, "account.name 1")).isEqualTo("Awa");
        assertThatThrownBy(() -> seal.openText(oldSeal("Awa", "account.name 1"), "elsewhere"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToStartOnADatabaseBegunWithAnother() throws Exception {
        began(new byte[32]);
        assertThatThrownBy(() -> seal().mark()).isInstanceOf(StartRefused.class);
        Files.writeString(keys.resolve("people.key"), HexFormat.of().formatHex(secret));
        assertThatThrownBy(() -> seal().mark())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not the one");
    }

    private byte[] oldSeal(String plain, String place) {
        try {
            byte[] nonce = new byte[12];
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(OldKeys.derived(secret, "people").seal(), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(place.getBytes(UTF_8));
            byte[] sealed = cipher.doFinal(plain.getBytes(UTF_8));
            return ByteBuffer.allocate(13 + sealed.length)
                    .put((byte) 1)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] oldLookup(byte[] secret, String text, String place) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(OldKeys.derived(secret, "people").lookup(), "HmacSHA256"));
            return mac.doFinal((place + '\0' + text).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
