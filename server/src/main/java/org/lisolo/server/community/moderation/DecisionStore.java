package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SealedWords;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was decided. */
@Repository
class DecisionStore {
    private static final String DECISIONS =
            """
            select id, space, kind, reason, file, contribution, person, words, decided_by,
                   decided_at, until, undone_at
              from community.decision
            """;

    private final JdbcClient jdbc;
    private final SealedWords words;

    DecisionStore(JdbcClient jdbc, SealedWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    void add(Decision one) {
        jdbc.sql(
                        """
                        insert into community.decision
                            (id, space, kind, reason, file, contribution, person, words,
                             decided_by, decided_at, until)
                        values (:id, :space, :kind, :reason, :file, :contribution, :person, :words,
                                :by, :at, :until)
                        """)
                .param("id", one.id())
                .param("space", one.space().value())
                .param("kind", one.kind().name())
                .param("reason", one.reason().name())
                .param("file", one.file().orElse(null), Types.OTHER)
                .param(
                        "contribution",
                        one.contribution().map(ContributionId::value).orElse(null),
                        Types.OTHER)
                .param("person", one.person().map(AccountId::value).orElse(null), Types.OTHER)
                .param("words", words.seal(one.words(), "decision", "words", one.id()))
                .param("by", one.by().value())
                .param("at", Timestamp.from(one.at()))
                .param("until", one.until().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .update();
    }

    Optional<Decision> find(UUID id) {
        return jdbc.sql(DECISIONS + " where id = ?").param(id).query(this::decision).optional();
    }

    List<Decision> ofFile(UUID file) {
        return jdbc.sql(DECISIONS + " where file = ? order by decided_at, id")
                .param(file)
                .query(this::decision)
                .list();
    }

    /** About somebody or what they wrote, the newest first. */
    List<Decision> about(AccountId person, int most) {
        return jdbc.sql(
                        DECISIONS
                                + """
                                 where person = ? and kind not in ('LEAVE', 'LET')
                                 order by decided_at desc limit ?
                                """)
                .params(person.value(), most)
                .query(this::decision)
                .list();
    }

    /** What hid a contribution, or kept it from being shown, last; also where that was undone. */
    Optional<Decision> keptBack(ContributionId contribution) {
        return jdbc.sql(
                        DECISIONS
                                + """
                                 where contribution = ? and kind in ('HIDE', 'REFUSE')
                                 order by decided_at desc, id limit 1
                                """)
                .param(contribution.value())
                .query(this::decision)
                .optional();
    }

    /** What was hidden once in a discussion. */
    List<ContributionId> hiddenIn(ContributionId discussion) {
        return jdbc.sql(
                        """
                        select c.id from community.contribution c
                         where c.discussion = ? and exists (
                               select from community.decision d
                                where d.contribution = c.id and d.kind = 'HIDE')
                        """)
                .param(discussion.value())
                .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Until when somebody may not write in a space; nothing if they may. */
    Optional<Instant> pausedUntil(AccountId person, SpaceId space, Instant now) {
        return jdbc.sql(
                        """
                        select until from community.decision
                         where person = ? and space = ? and kind = 'PAUSE' and undone_at is null
                           and until > ?
                         order by until desc limit 1
                        """)
                .params(person.value(), space.value(), Timestamp.from(now))
                .query((row, _) -> ReportStore.instant(row, "until"))
                .optional();
    }

    void undo(UUID id, Instant at) {
        jdbc.sql("update community.decision set undone_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    /**
     * Without whom, by whom and about which words; the newest first.
     *
     * @param space none for all that the reader may enter
     */
    List<LogLine> log(Reader reader, Optional<SpaceId> space, int from, int most) {
        return jdbc.sql(
                        """
                        select s.name, s.slug, s.language, d.kind, d.reason, d.decided_at, d.until,
                               d.undone_at
                          from community.decision d join community.space s on s.id = d.space
                         where (s.openness = 'OPEN' or s.id = any(:inside))
                           and (cast(:space as uuid) is null or s.id = :space)
                         order by d.decided_at desc, d.id offset :from limit :most
                        """)
                .param("inside", reader.insideIds())
                .param("space", space.map(SpaceId::value).orElse(null), Types.OTHER)
                .param("from", from)
                .param("most", most)
                .query(
                        (row, _) ->
                                new LogLine(
                                        row.getString("name"),
                                        Space.PATH + "/" + row.getString("slug"),
                                        row.getString("language"),
                                        Decision.Kind.valueOf(row.getString("kind")),
                                        Reason.valueOf(row.getString("reason")),
                                        ReportStore.instant(row, "decided_at"),
                                        optional(row, "until"),
                                        optional(row, "undone_at").isPresent()))
                .list();
    }

    private Decision decision(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Decision(
                id,
                new SpaceId(row.getObject("space", UUID.class)),
                Decision.Kind.valueOf(row.getString("kind")),
                Reason.valueOf(row.getString("reason")),
                Optional.ofNullable(row.getObject("file", UUID.class)),
                Optional.ofNullable(row.getObject("contribution", UUID.class))
                        .map(ContributionId::new),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(AccountId::new),
                words.open(row.getBytes("words"), "decision", "words", id),
                new AccountId(row.getObject("decided_by", UUID.class)),
                ReportStore.instant(row, "decided_at"),
                optional(row, "until"),
                optional(row, "undone_at"));
    }

    private static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
