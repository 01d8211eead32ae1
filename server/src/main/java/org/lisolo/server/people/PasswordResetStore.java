package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The links with which a forgotten password is replaced, by the hash of their token. */
@Repository
class PasswordResetStore {
    private final JdbcClient jdbc;

    PasswordResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of an earlier one. */
    void put(AccountId account, byte[] hash, Instant expires) {
        jdbc.sql(
                        """
                        insert into people.password_reset (account, hash, expires)
                        values (:account, :hash, :expires)
                        on conflict (account) do update set
                            hash = excluded.hash, expires = excluded.expires
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .param("expires", Timestamp.from(expires))
                .update();
    }

    Optional<AccountId> find(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        select account from people.password_reset
                        where hash = :hash and expires > :now
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    /** Finds it and uses it up, in one step: of two who try at once, one gets it. */
    Optional<AccountId> take(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        delete from people.password_reset
                        where hash = :hash and expires > :now returning account
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    /** In which this person is written to. */
    String language(AccountId account) {
        return jdbc.sql("select language from people.account where id = :account")
                .param("account", account.value())
                .query(String.class)
                .single();
    }
}
