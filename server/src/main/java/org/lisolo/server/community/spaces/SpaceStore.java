package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Spaces, and what people are in them. */
@Repository
class SpaceStore {
    private static final String SPACES =
            """
            select id, slug, name, purpose, rules, subject, openness, cases, organisation, language,
                   opened_at, closed_at
              from community.space
            """;

    private final JdbcClient jdbc;

    SpaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Space space) {
        return jdbc.sql(
                                """
                                insert into community.space
                                    (id, slug, name, purpose, rules, subject, openness, cases,
                                     organisation, language, opened_at)
                                values (:id, :slug, :name, :purpose, :rules, :subject, :openness,
                                        :cases, :organisation, :language, :opened)
                                on conflict (slug) do nothing
                                """)
                        .param("id", space.id().value())
                        .param("slug", space.slug())
                        .param("name", space.name())
                        .param("purpose", space.purpose())
                        .param("rules", space.rules())
                        .param("subject", space.subject().name())
                        .param("openness", space.openness().name())
                        .param("cases", space.cases())
                        .param("organisation", value(space.organisation()), java.sql.Types.OTHER)
                        .param("language", space.language())
                        .param("opened", Timestamp.from(space.opened()))
                        .update()
                == 1;
    }

    private static @Nullable UUID value(@Nullable OrganisationId organisation) {
        return organisation == null ? null : organisation.value();
    }

    Optional<Space> find(String slug) {
        return jdbc.sql(SPACES + " where slug = ?").param(slug).query(SpaceStore::space).optional();
    }

    Optional<Space> find(SpaceId id) {
        return jdbc.sql(SPACES + " where id = ?")
                .param(id.value())
                .query(SpaceStore::space)
                .optional();
    }

    /** Those that a reader may know of, by name. */
    List<Space> seenBy(Reader reader) {
        return jdbc.sql(SPACES + " where openness = 'OPEN' or id = any(:inside) order by name, id")
                .param("inside", reader.insideIds())
                .query(SpaceStore::space)
                .list();
    }

    /** Those whose closed part this person may read. */
    Set<SpaceId> inside(AccountId account, boolean professional) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select s.id from community.space s
                                  left join community.membership m
                                    on m.space = s.id and m.account = :account
                                 where s.openness = 'MEMBERS'
                                           and m.standing in ('MEMBER', 'MODERATOR')
                                    or (s.openness = 'PROFESSIONALS' or s.cases)
                                           and :professional
                                           and m.standing is distinct from 'EXCLUDED'
                                """)
                        .param("account", account.value())
                        .param("professional", professional)
                        .query((row, _) -> new SpaceId(row.getObject(1, UUID.class)))
                        .list());
    }

    Map<SpaceId, Standing> standings(AccountId account) {
        Map<SpaceId, Standing> standings = new HashMap<>();
        jdbc.sql("select space, standing from community.membership where account = ?")
                .param(account.value())
                .query(
                        row -> {
                            standings.put(
                                    new SpaceId(row.getObject("space", UUID.class)),
                                    Standing.valueOf(row.getString("standing")));
                        });
        return standings;
    }

    void stand(SpaceId space, AccountId account, Standing standing, Instant since) {
        jdbc.sql(
                        """
                        insert into community.membership (space, account, standing, since)
                        values (:space, :account, :standing, :since)
                        on conflict (space, account)
                            do update set standing = excluded.standing, since = excluded.since
                        """)
                .param("space", space.value())
                .param("account", account.value())
                .param("standing", standing.name())
                .param("since", Timestamp.from(since))
                .update();
    }

    void leave(SpaceId space, AccountId account) {
        jdbc.sql(
                        """
                        delete from community.membership
                         where space = ? and account = ? and standing <> 'EXCLUDED'
                        """)
                .params(space.value(), account.value())
                .update();
    }

    void forgive(SpaceId space, AccountId account) {
        jdbc.sql(
                        """
                        delete from community.membership
                         where space = ? and account = ? and standing = 'EXCLUDED'
                        """)
                .params(space.value(), account.value())
                .update();
    }

    private static Space space(ResultSet row, int number) throws SQLException {
        UUID organisation = row.getObject("organisation", UUID.class);
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Space(
                new SpaceId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("rules"),
                Subject.valueOf(row.getString("subject")),
                Openness.valueOf(row.getString("openness")),
                row.getBoolean("cases"),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("language"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
