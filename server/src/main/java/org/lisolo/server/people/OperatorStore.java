package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who looks after the platform. */
@Repository
class OperatorStore {
    private final JdbcClient jdbc;

    OperatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they became it. */
    List<AccountId> all() {
        return jdbc.sql("select account from people.operator order by since, account")
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }

    /** Makes changes wait for each other until the commit. */
    void lock() {
        jdbc.sql("lock table people.operator in share row exclusive mode").update();
    }

    void add(AccountId account, Instant since) {
        jdbc.sql(
                        """
                        insert into people.operator (account, since) values (:account, :since)
                        on conflict do nothing
                        """)
                .param("account", account.value())
                .param("since", Timestamp.from(since))
                .update();
    }

    void remove(AccountId account) {
        jdbc.sql("delete from people.operator where account = :account")
                .param("account", account.value())
                .update();
    }
}
