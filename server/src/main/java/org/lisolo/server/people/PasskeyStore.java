package org.lisolo.server.people;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;

/** Passkeys as Spring Security asks for them. */
@Repository
class PasskeyStore implements UserCredentialRepository {
    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** New, or used again. */
    @Override
    public void save(CredentialRecord passkey) {
        jdbc.sql(
                        """
                        insert into people.passkey
                            (credential, account, public_key, attestation, sign_count, verified,
                             eligible, backed_up, label, made, last_used)
                        select :credential, account, :publicKey, :attestation, :count, :verified,
                            :eligible, :backedUp, :label, :made, :used
                        from people.passkey_handle where handle = :handle
                        on conflict (credential) do update set
                            sign_count = excluded.sign_count, backed_up = excluded.backed_up,
                            last_used = excluded.last_used
                        """)
                .param("credential", passkey.getCredentialId().getBytes())
                .param("publicKey", passkey.getPublicKey().getBytes())
                .param("attestation", attestation(passkey))
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param("label", passkey.getLabel())
                .param("made", Timestamp.from(passkey.getCreated()))
                .param("used", Timestamp.from(passkey.getLastUsed()))
                .param("handle", passkey.getUserEntityUserId().getBytes())
                .update();
    }

    private static byte[] attestation(CredentialRecord passkey) {
        Bytes attestation = passkey.getAttestationObject();
        return attestation == null ? new byte[0] : attestation.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql(
                        """
                        select p.*, h.handle from people.passkey p
                        join people.passkey_handle h on h.account = p.account
                        where p.credential = :credential
                        """)
                .param("credential", credential.getBytes())
                .query((row, _) -> passkey(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(
                        """
                        select p.*, h.handle from people.passkey p
                        join people.passkey_handle h on h.account = p.account
                        where h.handle = :handle order by p.made
                        """)
                .param("handle", handle.getBytes())
                .query((row, _) -> passkey(row))
                .list();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(Set.of())
                .backupEligible(row.getBoolean("eligible"))
                .backupState(row.getBoolean("backed_up"))
                .label(row.getString("label"))
                .created(row.getTimestamp("made").toInstant())
                .lastUsed(row.getTimestamp("last_used").toInstant())
                .build();
    }

    List<CredentialRecord> of(AccountId account) {
        return jdbc.sql(
                        """
                        select p.*, h.handle from people.passkey p
                        join people.passkey_handle h on h.account = p.account
                        where p.account = :account order by p.made
                        """)
                .param("account", account.value())
                .query((row, _) -> passkey(row))
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from people.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .update();
    }

    boolean delete(AccountId account, Bytes credential) {
        return jdbc.sql(
                                """
                                delete from people.passkey
                                where credential = :credential and account = :account
                                """)
                        .param("credential", credential.getBytes())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void deleteAll(AccountId account) {
        jdbc.sql("delete from people.passkey where account = :account")
                .param("account", account.value())
                .update();
    }
}
