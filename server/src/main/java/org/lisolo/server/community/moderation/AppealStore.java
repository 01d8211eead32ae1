package org.lisolo.server.community.moderation;

import org.lisolo.server.community.SealedWords;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions that somebody asked to be made anew. */
@Repository
class AppealStore implements Forgets {
    private static final String APPEALS =
            """
            select decision, space, words, asked_at, decided_at, upheld, answer
              from community.appeal
            """;

    private final JdbcClient jdbc;
    private final SealedWords words;

    AppealStore(JdbcClient jdbc, SealedWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * Whether it is the first upon this decision. It is by whom that concerns; behind an alias by
     * nobody.
     */
    boolean add(Decision decision, String said, Instant at) {
        return jdbc.sql(
                                """
                                insert into community.appeal
                                    (decision, space, appellant, words, asked_at)
                                values (:decision, :space, :appellant, :words, :at)
                                on conflict (decision) do nothing
                                """)
                        .param("decision", decision.id())
                        .param("space", decision.space().value())
                        .param(
                                "appellant",
                                decision.person().map(AccountId::value).orElse(null),
                                Types.OTHER)
                        .param("words", words.seal(said, "appeal", "words", decision.id()))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Whether nobody had decided it. */
    boolean decide(UUID decision, AccountId by, boolean upheld, String answer, Instant at) {
        return jdbc.sql(
                                """
                                update community.appeal
                                   set decided_by = ?, decided_at = ?, upheld = ?, answer = ?
                                 where decision = ? and decided_at is null
                                """)
                        .params(
                                by.value(),
                                Timestamp.from(at),
                                upheld,
                                words.seal(answer, "appeal", "answer", decision),
                                decision)
                        .update()
                == 1;
    }

    Optional<Appeal> find(UUID decision) {
        return jdbc.sql(APPEALS + " where decision = ?")
                .param(decision)
                .query(this::appeal)
                .optional();
    }

    /** Those that wait in these spaces, or everywhere, but upon decisions of this person. */
    List<Appeal> open(Collection<SpaceId> spaces, boolean everywhere, AccountId but, int most) {
        return jdbc.sql(
                        APPEALS
                                + """
                                 where decided_at is null
                                   and (:everywhere or space = any(:spaces))
                                   and exists (select from community.decision d
                                                where d.id = decision and d.decided_by <> :but)
                                 order by asked_at limit :most
                                """)
                .param("spaces", spaces.stream().map(SpaceId::value).toArray(UUID[]::new))
                .param("everywhere", everywhere)
                .param("but", but.value())
                .param("most", most)
                .query(this::appeal)
                .list();
    }

    /** With what was written under an alias go the words by which a decision on it was appealed. */
    @Override
    public void forget(Erasure erasure) {
        jdbc.sql(
                        """
                        delete from community.appeal a
                         where a.appellant is null and exists (
                               select from community.decision d
                                 join community.contribution c on c.id = d.contribution
                                where d.id = a.decision and c.message = any(?))
                        """)
                .param(erasure.messages().stream().map(MessageId::value).toArray(UUID[]::new))
                .update();
    }

    private Appeal appeal(ResultSet row, int number) throws SQLException {
        UUID decision = row.getObject("decision", UUID.class);
        byte[] answer = row.getBytes("answer");
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Appeal(
                decision,
                new SpaceId(row.getObject("space", UUID.class)),
                words.open(row.getBytes("words"), "appeal", "words", decision),
                ReportStore.instant(row, "asked_at"),
                decided == null
                        ? Optional.empty()
                        : Optional.of(
                                new Appeal.Outcome(
                                        row.getBoolean("upheld"),
                                        answer == null
                                                ? ""
                                                : words.open(answer, "appeal", "answer", decision),
                                        decided.toInstant())));
    }
}
