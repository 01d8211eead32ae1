package org.lisolo.server.community.peers;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SealedWords;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Worries, and who is on call. */
@Repository
class WorryStore {
    private static final String WORRIES =
            """
            select id, space, contribution, words, at, due_at, escalated_at, taken_by, closed_at,
                   note
              from community.worry w
            """;

    /**
     * Open, and of a space in which this person is on call, or which they moderate once nobody on
     * call took it, or nobody is.
     */
    private static final String WAITING =
            """
             where closed_at is null
               and (exists (select from community.on_call c
                             where c.space = w.space and c.account = :person)
                    or space = any(:moderated)
                       and (escalated_at is not null
                            or taken_by = :person
                            or not exists (select from community.on_call c
                                            where c.space = w.space)))
            """;

    private final JdbcClient jdbc;
    private final SealedWords words;
    private final Ids ids;

    WorryStore(JdbcClient jdbc, SealedWords words, Ids ids) {
        this.jdbc = jdbc;
        this.words = words;
        this.ids = ids;
    }

    /** Nothing, if this person has raised it before. */
    Optional<UUID> add(Contribution one, AccountId by, String said, Instant at, Instant due) {
        UUID id = ids.next();
        int added =
                jdbc.sql(
                                """
                                insert into community.worry
                                    (id, space, contribution, raised_by, words, at, due_at)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict (contribution, raised_by) do nothing
                                """)
                        .params(
                                id,
                                one.space().value(),
                                one.id().value(),
                                by.value(),
                                words.seal(said, "worry", "words", id),
                                Timestamp.from(at),
                                Timestamp.from(due))
                        .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    Optional<Worry> find(UUID id) {
        return jdbc.sql(WORRIES + " where id = ?").param(id).query(this::worry).optional();
    }

    /** Those that are open, the most urgent first. */
    List<Worry> waiting(AccountId person, Collection<SpaceId> moderated) {
        return waiting(WORRIES + WAITING + " order by due_at limit 100", person, moderated)
                .query(this::worry)
                .list();
    }

    long count(AccountId person, Collection<SpaceId> moderated) {
        return waiting("select count(*) from community.worry w" + WAITING, person, moderated)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec waiting(
            String sql, AccountId person, Collection<SpaceId> moderated) {
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("moderated", moderated.stream().map(SpaceId::value).toArray(UUID[]::new));
    }

    /** Whether nobody else had it. */
    boolean take(UUID id, AccountId by, Instant at) {
        return jdbc.sql(
                                """
                                update community.worry set taken_by = :by, taken_at = :at
                                 where id = :id and closed_at is null
                                   and (taken_by is null or taken_by = :by)
                                """)
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether it was theirs. */
    boolean close(UUID id, AccountId by, String note, Instant at) {
        return jdbc.sql(
                                """
                                update community.worry set closed_at = ?, note = ?
                                 where id = ? and taken_by = ? and closed_at is null
                                """)
                        .params(
                                Timestamp.from(at),
                                words.seal(note, "worry", "note", id),
                                id,
                                by.value())
                        .update()
                == 1;
    }

    /** Those that nobody took in time, each once. */
    List<Worry> escalate(Instant now) {
        return jdbc.sql(
                        """
                        update community.worry set escalated_at = :now
                         where taken_by is null and closed_at is null
                           and escalated_at is null and due_at <= :now
                        returning id, space, contribution, words, at, due_at, escalated_at,
                                  taken_by, closed_at, note
                        """)
                .param("now", Timestamp.from(now))
                .query(this::worry)
                .list();
    }

    Set<AccountId> onCall(SpaceId space) {
        return accounts("select account from community.on_call where space = ?", space);
    }

    Set<AccountId> moderators(SpaceId space) {
        return accounts(
                """
                select account from community.membership
                 where space = ? and standing = 'MODERATOR'
                """,
                space);
    }

    private Set<AccountId> accounts(String sql, SpaceId space) {
        return new HashSet<>(
                jdbc.sql(sql)
                        .param(space.value())
                        .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                        .list());
    }

    void setOnCall(SpaceId space, Set<AccountId> people) {
        jdbc.sql("delete from community.on_call where space = ?").param(space.value()).update();
        people.forEach(
                one ->
                        jdbc.sql("insert into community.on_call (space, account) values (?, ?)")
                                .params(space.value(), one.value())
                                .update());
    }

    private Worry worry(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] note = row.getBytes("note");
        return new Worry(
                id,
                new SpaceId(row.getObject("space", UUID.class)),
                new ContributionId(row.getObject("contribution", UUID.class)),
                words.open(row.getBytes("words"), "worry", "words", id),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                optional(row, "escalated_at"),
                Optional.ofNullable(row.getObject("taken_by", UUID.class)).map(AccountId::new),
                optional(row, "closed_at"),
                note == null ? "" : words.open(note, "worry", "note", id));
    }

    private static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
