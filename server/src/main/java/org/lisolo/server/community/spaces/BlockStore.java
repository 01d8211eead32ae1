package org.lisolo.server.community.spaces;

import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who wants nothing more to do with whom. */
@Repository
class BlockStore {
    private final JdbcClient jdbc;

    BlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void block(AccountId blocker, AccountId blocked, Instant at) {
        jdbc.sql(
                        """
                        insert into community.block (blocker, blocked, at) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(blocker.value(), blocked.value(), Timestamp.from(at))
                .update();
    }

    void lift(AccountId blocker, AccountId blocked) {
        jdbc.sql("delete from community.block where blocker = ? and blocked = ?")
                .params(blocker.value(), blocked.value())
                .update();
    }

    List<AccountId> by(AccountId blocker) {
        return jdbc.sql("select blocked from community.block where blocker = ? order by at desc")
                .param(blocker.value())
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Those whom this person blocked, and those who blocked this person. */
    Set<AccountId> apart(AccountId account) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select blocked from community.block where blocker = :account
                                union select blocker from community.block where blocked = :account
                                """)
                        .param("account", account.value())
                        .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                        .list());
    }
}
