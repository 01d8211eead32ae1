package org.lisolo.server.people;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Under what names authenticators know accounts; the account's name for the library is its id. */
@Repository
class PasskeyHandleStore implements PublicKeyCredentialUserEntityRepository {
    private final JdbcClient jdbc;

    PasskeyHandleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return jdbc.sql("select account, handle from people.passkey_handle where handle = :handle")
                .param("handle", handle.getBytes())
                .query((row, _) -> user(row))
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return jdbc.sql(
                        """
                        select account, handle from people.passkey_handle
                        where account = :account
                        """)
                .param("account", UUID.fromString(account))
                .query((row, _) -> user(row))
                .optional()
                .orElse(null);
    }

    private static PublicKeyCredentialUserEntity user(ResultSet row) throws SQLException {
        String account = row.getString("account");
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(row.getBytes("handle")))
                .name(account)
                .displayName(account)
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        jdbc.sql(
                        """
                        insert into people.passkey_handle (account, handle)
                        values (:account, :handle) on conflict do nothing
                        """)
                .param("account", UUID.fromString(user.getName()))
                .param("handle", user.getId().getBytes())
                .update();
    }

    @Override
    public void delete(Bytes handle) {
        jdbc.sql("delete from people.passkey_handle where handle = :handle")
                .param("handle", handle.getBytes())
                .update();
    }
}
