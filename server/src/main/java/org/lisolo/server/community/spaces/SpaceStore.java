package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
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

    /** The same page by page. */
    List<Space> seenBy(Reader reader, int from, int most) {
        return jdbc.sql(
                        SPACES
                                + """
                                 where openness = 'OPEN' or id = any(:inside)
                                order by name, id offset :from limit :most
                                """)
                .param("inside", reader.insideIds())
                .param("from", from)
                .param("most", most)
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

    /**
     * Whoever is something there already stays that, known as they are.
     *
     * @param who at work known by their name, else by their pseudonym
     */
    void enter(SpaceId space, SignedIn who, Standing standing, Instant since) {
        jdbc.sql(
                        """
                        insert into community.membership (space, account, standing, since, by_name)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        space.value(),
                        who.account().value(),
                        standing.name(),
                        Timestamp.from(since),
                        !who.isMember())
                .update();
    }

    /** Until the end of the transaction nobody else changes who is what there. */
    void lock(SpaceId space) {
        jdbc.sql("select id from community.space where id = ? for update")
                .param(space.value())
                .query(UUID.class)
                .optional();
    }

    /** Whether somebody stood as one of {@code from}; that changes. */
    boolean step(
            SpaceId space,
            AccountId account,
            Set<Standing> from,
            Optional<Standing> to,
            Instant since) {
        String[] names = from.stream().map(Standing::name).toArray(String[]::new);
        var sql =
                to.isPresent()
                        ? jdbc.sql(
                                        """
                                        update community.membership
                                           set standing = :to, since = :since
                                         where space = :space and account = :account
                                           and standing = any(:from)
                                        """)
                                .param("to", to.get().name())
                                .param("since", Timestamp.from(since))
                        : jdbc.sql(
                                """
                                delete from community.membership
                                 where space = :space and account = :account
                                   and standing = any(:from)
                                """);
        return sql.param("space", space.value())
                        .param("account", account.value())
                        .param("from", names)
                        .update()
                == 1;
    }

    boolean isLastModerator(SpaceId space, AccountId account) {
        return moderatorsOf(space).stream().map(Stands::account).toList().equals(List.of(account));
    }

    long moderators(SpaceId space) {
        return moderatorsOf(space).size();
    }

    List<Stands> moderatorsOf(SpaceId space) {
        return jdbc.sql(
                        """
                        select account, standing, since, by_name from community.membership
                         where space = ? and standing = 'MODERATOR' order by since, account
                        """)
                .param(space.value())
                .query(SpaceStore::stands)
                .list();
    }

    /**
     * What somebody is in a space.
     *
     * @param byName whether they are known by their name at work
     */
    record Stands(AccountId account, Standing standing, Instant since, boolean byName) {}

    private static Stands stands(ResultSet row, int number) throws SQLException {
        return new Stands(
                new AccountId(row.getObject("account", UUID.class)),
                Standing.valueOf(row.getString("standing")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getBoolean("by_name"));
    }

    Optional<Stands> one(SpaceId space, AccountId account) {
        return jdbc.sql(
                        """
                        select account, standing, since, by_name from community.membership
                         where space = ? and account = ?
                        """)
                .params(space.value(), account.value())
                .query(SpaceStore::stands)
                .optional();
    }

    void takeUp(SpaceId space, SignedIn who, Instant since) {
        jdbc.sql("delete from community.membership where space = ? and account = ?")
                .params(space.value(), who.account().value())
                .update();
        enter(space, who, Standing.MODERATOR, since);
    }

    List<Stands> people(SpaceId space, int from, int most) {
        return jdbc.sql(
                        """
                        select account, standing, since, by_name from community.membership
                         where space = ?
                         order by array_position(
                                      array['ASKED', 'MODERATOR', 'MEMBER', 'EXCLUDED'], standing),
                                  since, account
                        offset ? limit ?
                        """)
                .params(space.value(), from, most)
                .query(SpaceStore::stands)
                .list();
    }

    /** Those for which an organisation answers, and the platform's own for whom it concerns. */
    List<Space> keptBy(Optional<OrganisationId> organisation, boolean platform) {
        return jdbc.sql(
                        SPACES
                                + """
                                 where organisation = :organisation
                                    or organisation is null and :platform
                                order by closed_at nulls first, name, id
                                """)
                .param(
                        "organisation",
                        organisation.map(OrganisationId::value).orElse(null),
                        java.sql.Types.OTHER)
                .param("platform", platform)
                .query(SpaceStore::space)
                .list();
    }

    /** Those in which somebody is one of these. */
    List<Space> standing(AccountId account, Set<Standing> as) {
        return jdbc.sql(
                        SPACES
                                + """
                                 where id in (select space from community.membership
                                               where account = :account
                                                 and standing = any(:as))
                                order by name, id
                                """)
                .param("account", account.value())
                .param("as", as.stream().map(Standing::name).toArray(String[]::new))
                .query(SpaceStore::space)
                .list();
    }

    boolean isWrittenIn(SpaceId space) {
        return jdbc.sql("select exists (select from community.contribution where space = ?)")
                .param(space.value())
                .query(Boolean.class)
                .single();
    }

    void change(Space space) {
        jdbc.sql(
                        """
                        update community.space
                           set name = :name, purpose = :purpose, rules = :rules,
                               subject = :subject, openness = :openness, cases = :cases,
                               language = :language
                         where id = :id
                        """)
                .param("id", space.id().value())
                .param("name", space.name())
                .param("purpose", space.purpose())
                .param("rules", space.rules())
                .param("subject", space.subject().name())
                .param("openness", space.openness().name())
                .param("cases", space.cases())
                .param("language", space.language())
                .update();
    }

    void close(SpaceId space, @Nullable Instant at) {
        jdbc.sql("update community.space set closed_at = :at where id = :id")
                .param("id", space.value())
                .param("at", at == null ? null : Timestamp.from(at), java.sql.Types.TIMESTAMP)
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
