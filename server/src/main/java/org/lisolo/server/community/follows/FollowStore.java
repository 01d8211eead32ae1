package org.lisolo.server.community.follows;

import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who follows what. */
@Repository
class FollowStore {
    private static final String ONE =
            """
             where account = :account and kind = :kind
               and target is not distinct from :target and tag is not distinct from :tag
            """;

    private final JdbcClient jdbc;

    FollowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(AccountId account, Source source, Instant since) {
        about(
                        """
                        insert into community.follow (account, kind, target, tag, since)
                        values (:account, :kind, :target, :tag, :since) on conflict do nothing
                        """,
                        account,
                        source)
                .param("since", Timestamp.from(since))
                .update();
    }

    void remove(AccountId account, Source source) {
        about("delete from community.follow" + ONE, account, source).update();
    }

    boolean has(AccountId account, Source source) {
        return about("select exists (select from community.follow" + ONE + ")", account, source)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec about(String sql, AccountId account, Source source) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("kind", source.kind().name())
                .param("target", source.target(), Types.OTHER)
                .param("tag", source.tag(), Types.VARCHAR);
    }

    long count(AccountId account) {
        return jdbc.sql("select count(*) from community.follow where account = ?")
                .param(account.value())
                .query(Long.class)
                .single();
    }

    /** The last followed first. */
    List<Source> of(AccountId account, int from, int most) {
        return jdbc.sql(
                        """
                        select kind, target, tag from community.follow
                         where account = ? order by since desc, target, tag offset ? limit ?
                        """)
                .params(account.value(), from, most)
                .query(
                        (row, _) ->
                                new Source(
                                        Source.Kind.valueOf(row.getString("kind")),
                                        row.getObject("target", UUID.class),
                                        row.getString("tag")))
                .list();
    }
}
