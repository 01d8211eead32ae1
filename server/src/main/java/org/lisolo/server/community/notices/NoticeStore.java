package org.lisolo.server.community.notices;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is to be told of what, without a word of it; and how they want to be told. */
@Repository
class NoticeStore {
    /** What is still there, and what the reader may still see. */
    private static final String THERE =
            """
              from community.notice n
              join community.contribution c on c.id = n.contribution
             where n.account = :account
               and c.hidden_at is null and c.deleted_at is null
               and (not c.closed or c.space = any(:inside))
               and (c.author is null or c.author <> all(:apart))
               and (cardinality(cast(:apart as uuid[])) = 0
                    or not exists (select from community.contribution o
                                    where o.id = c.discussion and o.author = any(:apart)))
            """;

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody whom something may concern. */
    record Concerned(AccountId account, Reason reason) {}

    /**
     * Whom a contribution concerns, each for the nearest reason: those who wrote what it answers
     * and what the discussion began with, those it names, who follows the discussion, and if it
     * opens one who follows the space or its author. Those are left out who wrote it, blocked its
     * author or are blocked, or want to hear nothing of the space.
     *
     * @param named by its words
     */
    List<Concerned> concerned(ContributionId id, Set<AccountId> named) {
        return jdbc.sql(
                        """
                        with c as (select * from community.contribution where id = :id),
                        told (account, reason, rank) as (
                            select p.author, 'ANSWER', 1 from c
                              join community.contribution p on p.id in (c.parent, c.discussion)
                             where p.id <> c.id and p.author is not null
                            union all
                            select unnest(cast(:named as uuid[])), 'MENTION', 2
                            union all
                            select f.account, 'DISCUSSION', 3 from c
                              join community.follow f
                                on f.kind = 'DISCUSSION' and f.target = c.discussion
                            union all
                            select s.account, 'SPACE', 4 from c
                              join community.space_setting s
                                on s.space = c.space and s.level = 'ALL'
                             where c.id = c.discussion
                            union all
                            select f.account, 'PERSON', 5 from c
                              join community.follow f
                                on f.kind = 'PERSON' and f.target = c.author
                             where c.id = c.discussion)
                        select distinct on (t.account) t.account, t.reason
                          from told t cross join c
                          left join community.space_setting n
                            on n.account = t.account and n.space = c.space
                         where t.account is distinct from c.author
                           and n.level is distinct from 'NONE'
                           and not exists (
                               select from community.block b
                                where b.blocker = t.account and b.blocked = c.author
                                   or b.blocked = t.account and b.blocker = c.author)
                         order by t.account, t.rank
                        """)
                .param("id", id.value())
                .param("named", named.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                new Concerned(
                                        new AccountId(row.getObject("account", UUID.class)),
                                        Reason.valueOf(row.getString("reason"))))
                .list();
    }

    /** What somebody wrote in a discussion; nobody behind an alias. */
    record Spoken(MessageId message, Optional<AccountId> author) {}

    /** What is there still, the last first. */
    List<Spoken> spoken(ContributionId discussion, int most) {
        return jdbc.sql(
                        """
                        select message, author from community.contribution
                         where discussion = ? and hidden_at is null and deleted_at is null
                         order by id desc limit ?
                        """)
                .params(discussion.value(), most)
                .query(
                        (row, _) ->
                                new Spoken(
                                        new MessageId(row.getObject("message", UUID.class)),
                                        Optional.ofNullable(row.getObject("author", UUID.class))
                                                .map(AccountId::new)))
                .list();
    }

    void add(UUID id, AccountId account, Reason reason, ContributionId about, Instant at) {
        jdbc.sql(
                        """
                        insert into community.notice
                            (id, account, reason, contribution, space, closed, at)
                        select :id, :account, :reason, c.id, c.space, c.closed, :at
                          from community.contribution c where c.id = :about
                        on conflict (account, contribution) do nothing
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("reason", reason.name())
                .param("about", about.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** One on the page. */
    record Told(UUID id, Reason reason, ContributionId about, boolean seen) {}

    List<Told> of(AccountId account, Reader reader, UUID before, int most) {
        return jdbc.sql(
                        "select n.id, n.reason, n.contribution, n.seen_at is not null as seen"
                                + THERE
                                + " and n.id < :before order by n.id desc limit :most")
                .param("account", account.value())
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("before", before)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Told(
                                        row.getObject("id", UUID.class),
                                        Reason.valueOf(row.getString("reason")),
                                        new ContributionId(
                                                row.getObject("contribution", UUID.class)),
                                        row.getBoolean("seen")))
                .list();
    }

    /** How many were not seen yet, up to {@code most}. */
    long unseen(AccountId account, Reader reader, int most) {
        return jdbc.sql(
                        "select count(*) from (select 1"
                                + THERE
                                + " and n.seen_at is null limit :most) u")
                .param("account", account.value())
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    boolean hasUnseen(AccountId account) {
        return jdbc.sql(
                        """
                        select exists (select from community.notice
                                        where account = ? and seen_at is null)
                        """)
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    /** Up to the newest that was on the page. */
    void seen(AccountId account, UUID newest, Instant at) {
        jdbc.sql(
                        """
                        update community.notice set seen_at = :at
                         where account = :account and id <= :newest and seen_at is null
                        """)
                .param("account", account.value())
                .param("newest", newest)
                .param("at", Timestamp.from(at))
                .update();
    }

    void forgetBefore(Instant at) {
        jdbc.sql("delete from community.notice where at < ?").param(Timestamp.from(at)).update();
    }

    Optional<NoticeSettings> settings(AccountId account) {
        return jdbc.sql(
                        """
                        select digest, quiet_from, quiet_until, zone
                          from community.notice_setting where account = ?
                        """)
                .param(account.value())
                .query(
                        (row, _) ->
                                new NoticeSettings(
                                        NoticeSettings.Digest.valueOf(row.getString("digest")),
                                        row.getInt("quiet_from"),
                                        row.getInt("quiet_until"),
                                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    void settle(AccountId account, NoticeSettings settings, Optional<Instant> due) {
        jdbc.sql(
                        """
                        insert into community.notice_setting
                            (account, digest, quiet_from, quiet_until, zone, due_at)
                        values (:account, :digest, :from, :until, :zone, :due)
                        on conflict (account) do update
                            set digest = excluded.digest, quiet_from = excluded.quiet_from,
                                quiet_until = excluded.quiet_until, zone = excluded.zone,
                                due_at = excluded.due_at
                        """)
                .param("account", account.value())
                .param("digest", settings.digest().name())
                .param("from", settings.quietFrom())
                .param("until", settings.quietUntil())
                .param("zone", settings.zone().getId())
                .param("due", due.map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .update();
    }

    /** Those to whom a letter may be due, each locked until the transaction ends. */
    List<AccountId> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select account from community.notice_setting
                         where due_at <= ? order by due_at limit ? for update skip locked
                        """)
                .params(Timestamp.from(now), most)
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    void dueAt(AccountId account, Instant at) {
        jdbc.sql("update community.notice_setting set due_at = ? where account = ?")
                .params(Timestamp.from(at), account.value())
                .update();
    }

    /** How many came since the last letter and were not seen. */
    long unseenSince(AccountId account, Reader reader, Instant since) {
        return jdbc.sql("select count(*)" + THERE + " and n.seen_at is null and n.at > :since")
                .param("account", account.value())
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    String level(AccountId account, SpaceId space) {
        return jdbc.sql("select level from community.space_setting where account = ? and space = ?")
                .params(account.value(), space.value())
                .query(String.class)
                .optional()
                .orElse("ANSWERS");
    }

    void level(AccountId account, SpaceId space, String level) {
        if (level.equals("ANSWERS")) {
            jdbc.sql("delete from community.space_setting where account = ? and space = ?")
                    .params(account.value(), space.value())
                    .update();
            return;
        }
        jdbc.sql(
                        """
                        insert into community.space_setting (account, space, level)
                        values (?, ?, ?)
                        on conflict (account, space) do update set level = excluded.level
                        """)
                .params(account.value(), space.value(), level)
                .update();
    }
}
