package org.lisolo.server.community.peers;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SealedWords;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
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

/** Who asked to see who stands behind an alias, and who agreed. */
@Repository
class AliasOpeningStore {
    private static final String OPENINGS =
            """
            select id, alias, contribution, reason, asked_by, asked_at, answered_by, agreed,
                   shown_at
              from community.alias_opening
            """;

    private final JdbcClient jdbc;
    private final SealedWords words;
    private final Ids ids;

    AliasOpeningStore(JdbcClient jdbc, SealedWords words, Ids ids) {
        this.jdbc = jdbc;
        this.words = words;
        this.ids = ids;
    }

    void add(
            UUID alias,
            ContributionId contribution,
            @Nullable OrganisationId organisation,
            String reason,
            AccountId by,
            Instant at) {
        UUID id = ids.next();
        jdbc.sql(
                        """
                        insert into community.alias_opening
                            (id, alias, contribution, organisation, reason, asked_by, asked_at)
                        values (:id, :alias, :contribution, :organisation, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("alias", alias)
                .param("contribution", contribution.value())
                .param(
                        "organisation",
                        organisation == null ? null : organisation.value(),
                        Types.OTHER)
                .param("reason", words.seal(reason, "alias_opening", "reason", id))
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Those asked since then in an organisation, or everywhere; the latest first. */
    List<AliasOpening> since(Instant time, OrganisationId organisation, boolean everywhere) {
        return jdbc.sql(
                        OPENINGS
                                + """
                                 where (:everywhere or organisation = :organisation)
                                   and asked_at > :since
                                 order by asked_at desc limit 100
                                """)
                .param("everywhere", everywhere)
                .param("organisation", organisation.value())
                .param("since", Timestamp.from(time))
                .query(this::opening)
                .list();
    }

    /** Whether nobody had answered. */
    boolean answer(UUID id, AccountId by, boolean agreed, Instant at) {
        return jdbc.sql(
                                """
                                update community.alias_opening
                                   set answered_by = ?, answered_at = ?, agreed = ?
                                 where id = ? and answered_by is null
                                """)
                        .params(by.value(), Timestamp.from(at), agreed, id)
                        .update()
                == 1;
    }

    /** Whether it was agreed to, asked by this person, and not shown before. */
    boolean show(UUID id, AccountId by, Instant at) {
        return jdbc.sql(
                                """
                                update community.alias_opening set shown_at = ?
                                 where id = ? and asked_by = ? and agreed and shown_at is null
                                """)
                        .params(Timestamp.from(at), id, by.value())
                        .update()
                == 1;
    }

    private AliasOpening opening(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new AliasOpening(
                id,
                row.getObject("alias", UUID.class),
                new ContributionId(row.getObject("contribution", UUID.class)),
                words.open(row.getBytes("reason"), "alias_opening", "reason", id),
                new AccountId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("answered_by", UUID.class)).map(AccountId::new),
                row.getBoolean("agreed"),
                Optional.ofNullable(row.getObject("shown_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
