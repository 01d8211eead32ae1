package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The secrets of authenticator apps and the hashes of recovery codes. */
@Repository
class SecondFactorStore {
    /** An authenticator app that was set up. */
    record App(TotpSecret secret, long lastStep, Instant since) {}

    private final JdbcClient jdbc;
    private final PeopleKey key;

    SecondFactorStore(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    Optional<App> app(AccountId account) {
        return jdbc.sql("select secret, last_step, since from people.totp where account = :account")
                .param("account", account.value())
                .query(
                        (row, _) ->
                                new App(
                                        TotpSecret.of(
                                                key.open(row.getBytes("secret"), place(account))),
                                        row.getLong("last_step"),
                                        row.getTimestamp("since").toInstant()))
                .optional();
    }

    boolean hasApp(AccountId account) {
        return jdbc.sql("select exists (select from people.totp where account = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Replaces the one before. */
    void put(AccountId account, TotpSecret secret, long lastStep, Instant since) {
        jdbc.sql(
                        """
                        insert into people.totp (account, secret, last_step, since)
                        values (:account, :secret, :step, :since)
                        on conflict (account) do update set
                            secret = excluded.secret, last_step = excluded.last_step,
                            since = excluded.since
                        """)
                .param("account", account.value())
                .param("secret", key.seal(secret.bytes(), place(account)))
                .param("step", lastStep)
                .param("since", Timestamp.from(since))
                .update();
    }

    /** False where a code of this step or of a later one was used already. */
    boolean use(AccountId account, long step) {
        return jdbc.sql(
                                """
                                update people.totp set last_step = :step
                                where account = :account and last_step < :step
                                """)
                        .param("step", step)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void remove(AccountId account) {
        jdbc.sql("delete from people.totp where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from people.recovery_code where account = :account")
                .param("account", account.value())
                .update();
    }

    void replaceRecoveryCodes(AccountId account, Collection<String> codes) {
        jdbc.sql("delete from people.recovery_code where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql(
                        """
                        insert into people.recovery_code (account, hash)
                        select :account, unnest(cast(:hashes as bytea[]))
                        """)
                .param("account", account.value())
                .param(
                        "hashes",
                        codes.stream().map(code -> hash(account, code)).toArray(byte[][]::new))
                .update();
    }

    /** False where there is no such code, or it was used already. */
    boolean useRecoveryCode(AccountId account, String code) {
        return jdbc.sql(
                                """
                                delete from people.recovery_code
                                where account = :account and hash = any(:hashes)
                                """)
                        .param("account", account.value())
                        .param("hashes", key.lookups(code, "recovery_code " + account))
                        .update()
                == 1;
    }

    int recoveryCodesLeft(AccountId account) {
        return jdbc.sql("select count(*) from people.recovery_code where account = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    private byte[] hash(AccountId account, String code) {
        return key.lookup(code, "recovery_code " + account);
    }

    private static String place(AccountId account) {
        return "totp.secret " + account;
    }
}
