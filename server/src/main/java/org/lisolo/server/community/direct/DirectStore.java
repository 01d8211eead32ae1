package org.lisolo.server.community.direct;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Reseals;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.SealedTable;
import org.lisolo.server.platform.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Pairs of people and what they write. The words are sealed by keys of their own purpose, each for
 * its pair and row, so that none can be read in another's place. A key for each pair would stand in
 * the same database and the same backups as its words, and hence keep nobody out who has those; it
 * would only add something to lose. What is erased is deleted, and leaves with the backups.
 */
@Repository
class DirectStore {
    static final String PURPOSE = "direct";
    static final String PLACE = "community.direct.words %s";

    private final JdbcClient jdbc;
    private final Seal seal;

    DirectStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.seal = vault.of(PURPOSE);
    }

    @Configuration(proxyBeanMethods = false)
    static class Resealing {
        @Bean
        static Reseals directMessagesSealedAnew(
                Vault vault, JdbcClient jdbc, TransactionTemplate transactions) {
            return Reseals.together(
                    List.of(
                            new SealedTable(
                                            vault.of(PURPOSE),
                                            PURPOSE,
                                            "community.direct",
                                            "pair::text || ' ' || id::text")
                                    .sealed("words", PLACE)
                                    .with(jdbc, transactions),
                            new SealedTable(
                                            vault.of(PURPOSE),
                                            PURPOSE,
                                            "community.direct_report",
                                            "id::text")
                                    .sealed("words", DirectReportStore.PLACE)
                                    .with(jdbc, transactions)));
        }
    }

    /** The two, from the side of one of them. */
    record Pair(PairId id, AccountId other, Instant lastAt, long unread) {}

    /** Something that one wrote to the other. */
    record Direct(UUID id, AccountId sender, String words, Instant at) {
        @Override
        public String toString() {
            return "a message between two";
        }
    }

    private static final String PAIRS =
            """
            select p.id, case when p.one = :who then p.other else p.one end as other, p.last_at,
                   (select count(*) from community.direct d
                     where d.pair = p.id and d.sender <> :who and d.read_at is null) as unread
              from community.pair p
             where (p.one = :who or p.other = :who)
            """;

    List<Pair> of(AccountId who, int from, int most) {
        return jdbc.sql(PAIRS + " order by p.last_at desc, p.id offset :from limit :most")
                .param("who", who.value())
                .param("from", from)
                .param("most", most)
                .query(DirectStore::pair)
                .list();
    }

    /** What others wrote to somebody who has not read it. */
    long unread(AccountId who) {
        return jdbc.sql(
                        """
                        select count(*) from community.pair p
                          join community.direct d on d.pair = p.id
                         where (p.one = :who or p.other = :who)
                           and d.sender <> :who and d.read_at is null
                        """)
                .param("who", who.value())
                .query(Long.class)
                .single();
    }

    Optional<Pair> find(PairId id, AccountId who) {
        return jdbc.sql(PAIRS + " and p.id = :id")
                .param("who", who.value())
                .param("id", id.value())
                .query(DirectStore::pair)
                .optional();
    }

    Optional<Pair> between(AccountId who, AccountId other) {
        return jdbc.sql(PAIRS + " and (p.one = :other or p.other = :other)")
                .param("who", who.value())
                .param("other", other.value())
                .query(DirectStore::pair)
                .optional();
    }

    private static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(
                new PairId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("other", UUID.class)),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getLong("unread"));
    }

    /** Nothing happens if there is one. */
    void open(PairId id, AccountId by, AccountId other, Instant at) {
        jdbc.sql(
                        """
                        insert into community.pair (id, one, other, opened_by, opened_at, last_at)
                        values (:id, least(:by, :other), greatest(:by, :other), :by, :at, :at)
                        on conflict (one, other) do nothing
                        """)
                .param("id", id.value())
                .param("by", by.value())
                .param("other", other.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    long openedBy(AccountId who, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from community.pair where opened_by = ? and opened_at > ?
                        """)
                .params(who.value(), Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** A form that is sent twice writes once. */
    void write(PairId pair, UUID id, AccountId sender, String words, Instant at) {
        jdbc.sql(
                        """
                        insert into community.direct (id, pair, sender, words, at)
                        values (?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(
                        id,
                        pair.value(),
                        sender.value(),
                        seal.seal(words, place(pair, id)),
                        Timestamp.from(at))
                .update();
        jdbc.sql("update community.pair set last_at = greatest(last_at, ?) where id = ?")
                .params(Timestamp.from(at), pair.value())
                .update();
    }

    /** The newest first. */
    List<Direct> in(PairId pair, UUID before, int most) {
        return jdbc.sql(
                        """
                        select id, sender, words, at from community.direct
                         where pair = ? and id < ? order by id desc limit ?
                        """)
                .params(pair.value(), before, most)
                .query((row, _) -> direct(row, pair))
                .list();
    }

    Optional<Direct> one(PairId pair, UUID id) {
        return jdbc.sql(
                        "select id, sender, words, at from community.direct where pair = ? and id ="
                                + " ?")
                .params(pair.value(), id)
                .query((row, _) -> direct(row, pair))
                .optional();
    }

    private Direct direct(ResultSet row, PairId pair) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Direct(
                id,
                new AccountId(row.getObject("sender", UUID.class)),
                seal.openText(row.getBytes("words"), place(pair, id)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static String place(PairId pair, UUID id) {
        return PLACE.formatted(pair + " " + id);
    }

    void read(PairId pair, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        update community.direct set read_at = ?
                         where pair = ? and sender <> ? and read_at is null
                        """)
                .params(Timestamp.from(at), pair.value(), by.value())
                .update();
    }

    /** Only by who wrote it. */
    void delete(PairId pair, UUID id, AccountId sender) {
        jdbc.sql("delete from community.direct where pair = ? and id = ? and sender = ?")
                .params(pair.value(), id, sender.value())
                .update();
    }

    /** Whether somebody takes messages at all. */
    boolean takes(AccountId who) {
        return jdbc.sql("select count(*) from community.direct_setting where account = ?")
                        .param(who.value())
                        .query(Long.class)
                        .single()
                == 0;
    }

    void take(AccountId who, boolean takes) {
        if (takes) {
            jdbc.sql("delete from community.direct_setting where account = ?")
                    .param(who.value())
                    .update();
        } else {
            jdbc.sql(
                            """
                            insert into community.direct_setting (account, allowed)
                            values (?, 'NOBODY') on conflict do nothing
                            """)
                    .param(who.value())
                    .update();
        }
    }

    /**
     * Those of these who have answered somebody under the name of their account or written to them
     * here; of whom neither blocked the other and both take messages. Nobody, if somebody may write
     * to nobody any more.
     */
    List<AccountId> mayWriteTo(AccountId who, Collection<AccountId> others) {
        return jdbc.sql(
                        """
                        with mine as (
                            select id from community.contribution where author = :who)
                        select o.account
                          from (select c.author
                                  from community.contribution c
                                 where c.author = any(:others) and c.deleted_at is null
                                   and (c.parent in (select id from mine)
                                        or c.discussion in (select id from mine))
                                union
                                select case when p.one = :who then p.other else p.one end
                                  from community.pair p
                                 where (p.one = :who and p.other = any(:others)
                                        or p.other = :who and p.one = any(:others))
                                   and exists (select from community.direct d
                                                where d.pair = p.id and d.sender <> :who)
                               ) o (account)
                         where o.account <> :who
                           and not exists (select from community.direct_barred b
                                            where b.account = :who)
                           and not exists (select from community.direct_setting s
                                            where s.account in (:who, o.account))
                           and not exists (select from community.block b
                                            where b.blocker = :who and b.blocked = o.account
                                               or b.blocked = :who and b.blocker = o.account)
                        """)
                .param("who", who.value())
                .param("others", others.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }
}
