package org.lisolo.server.community.direct;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages that one of two people reported, and who may write none any more. */
@Repository
class DirectReportStore {
    static final String PLACE = "community.direct_report.words %s";

    private final JdbcClient jdbc;
    private final Seal seal;

    DirectReportStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.seal = vault.of(DirectStore.PURPOSE);
    }

    /** One that is to be settled. */
    record Reported(UUID id, AccountId sender, AccountId reporter, String words, Instant at) {
        @Override
        public String toString() {
            return "a message that was reported";
        }
    }

    /** Once for each message. */
    void add(UUID id, DirectStore.Direct message, AccountId reporter, Instant at) {
        jdbc.sql(
                        """
                        insert into community.direct_report
                            (id, message, reporter, sender, words, at)
                        values (?, ?, ?, ?, ?, ?) on conflict (message) do nothing
                        """)
                .params(
                        id,
                        message.id(),
                        reporter.value(),
                        message.sender().value(),
                        seal.seal(message.words(), PLACE.formatted(id)),
                        Timestamp.from(at))
                .update();
    }

    /** The oldest first. */
    List<Reported> open(int most) {
        return jdbc.sql(
                        """
                        select id, sender, reporter, words, at from community.direct_report
                         where settled_at is null order by at, id limit ?
                        """)
                .param(most)
                .query(
                        (row, _) -> {
                            UUID id = row.getObject("id", UUID.class);
                            return new Reported(
                                    id,
                                    new AccountId(row.getObject("sender", UUID.class)),
                                    new AccountId(row.getObject("reporter", UUID.class)),
                                    seal.openText(row.getBytes("words"), PLACE.formatted(id)),
                                    row.getObject("at", OffsetDateTime.class).toInstant());
                        })
                .list();
    }

    long open() {
        return jdbc.sql("select count(*) from community.direct_report where settled_at is null")
                .query(Long.class)
                .single();
    }

    /** Whose message it was; nobody, if it was settled already. */
    Optional<AccountId> settle(UUID id, Instant at) {
        return jdbc.sql(
                        """
                        update community.direct_report set settled_at = ?
                         where id = ? and settled_at is null returning sender
                        """)
                .params(Timestamp.from(at), id)
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    void forgetSettledBefore(Instant at) {
        jdbc.sql("delete from community.direct_report where settled_at < ?")
                .param(Timestamp.from(at))
                .update();
    }

    void bar(AccountId account, Instant since) {
        jdbc.sql(
                        """
                        insert into community.direct_barred (account, since) values (?, ?)
                        on conflict do nothing
                        """)
                .params(account.value(), Timestamp.from(since))
                .update();
    }
}
