package org.lisolo.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.ledger.AuditContent;
import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.Hash;
import org.lisolo.server.platform.StartRefused;
import org.lisolo.server.platform.Vault.OldKeys;
import org.lisolo.server.platform.VaultWorkshop;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A trail from before the vault sealed it. */
class OldAuditKeyTest {
    private static final AuditContent.Details DETAILS =
            new AuditContent.Details("192.0.2.7", "Demande du parquet");

    @TempDir Path keys;
    final TestDatabase database = Databases.migrated();
    final JdbcClient jdbc = Databases.client(database);
    final byte[] secret = "one secret of exactly 32 bytes!!".getBytes(UTF_8);
    final UUID organisation = UUID.randomUUID();
    final UUID record = UUID.randomUUID();

    @Test
    void isSealedAnewAtTheStartAndFoundByItsAddress() throws Exception {
        keep();
        Files.writeString(keys.resolve("audit.key"), HexFormat.of().formatHex(secret) + "\n");
        AuditSeal seal = seal();
        var anew = new AuditSealedAnew(jdbc, seal, TransactionOperations.withoutTransaction());
        anew.run(new DefaultApplicationArguments());
        assertThat(anew.left()).isZero();
        var read = new AuditReadStore(jdbc, seal);
        AuditRecord found = read.find(by("192.0.2.7"), AuditRecords.newest(), 10).getFirst();
        assertThat(found.details())
                .contains(new AuditRecord.Details("192.0.2.7", "Demande du parquet", true));
        assertThat(read.find(by("192.0.2.8"), AuditRecords.newest(), 10)).isEmpty();
        anew.run(new DefaultApplicationArguments());
    }

    @Test
    void refusesToStartWithoutIt() {
        keep();
        assertThatThrownBy(() -> seal().mark()).isInstanceOf(StartRefused.class);
    }

    @Test
    void isNotAskedForWhereNothingWasSealedWithIt() {
        assertThat(seal().mark()).isNotEmpty();
    }

    private AuditSeal seal() {
        var old = new OldAuditKey(keys.resolve("audit.key"), jdbc);
        return new AuditSeal(() -> VaultWorkshop.vault(database, keys).of("audit", old::keys));
    }

    private AuditSearch by(String address) {
        return new AuditSearch(
                organisation,
                Optional.empty(),
                Optional.empty(),
                "",
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                address);
    }

    /** As the migration leaves it: the old form, with the byte in front that says so. */
    private void keep() {
        byte[] salt = new byte[Commitment.SALT_BYTES];
        Hash commitment = DETAILS.commitment(salt);
        jdbc.sql(
                        """
                        insert into evidence.audit (id, at, organisation, deed, action, route,
                            things, salt, details, details_commitment)
                        values (:id, :at, :o, 1, 'SEE_CASES', '', '{}', :salt, :details, :c)
                        """)
                .param("id", record)
                .param("at", OffsetDateTime.parse("2026-11-28T09:00:00Z"))
                .param("o", organisation)
                .param("salt", salt)
                .param("details", sealed(salt))
                .param("c", commitment.toBytes())
                .update();
    }

    private byte[] sealed(byte[] salt) {
        byte[] address = DETAILS.address().getBytes(UTF_8);
        byte[] reason = DETAILS.reason().getBytes(UTF_8);
        byte[] plain =
                ByteBuffer.allocate(salt.length + 1 + address.length + reason.length)
                        .put(salt)
                        .put((byte) address.length)
                        .put(address)
                        .put(reason)
                        .array();
        try {
            byte[] nonce = new byte[12];
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(OldKeys.derived(secret, "audit").seal(), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(("evidence.audit " + record).getBytes(UTF_8));
            byte[] body = cipher.doFinal(plain);
            return ByteBuffer.allocate(13 + body.length).put((byte) 1).put(nonce).put(body).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
