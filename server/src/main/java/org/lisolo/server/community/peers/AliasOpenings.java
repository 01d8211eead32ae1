package org.lisolo.server.community.peers;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SealedWords;
import org.lisolo.server.community.aliases.Alias;
import org.lisolo.server.community.aliases.Aliases;
import org.lisolo.server.community.discussions.Contribution;
import org.lisolo.server.community.discussions.Contributions;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Two people together see, once, who stands behind an alias: one asks with a reason, another
 * agrees. Staff do it for the spaces of their organisation, whoever runs the platform for all.
 * Thread-safe.
 */
@Service
class AliasOpenings {
    private static final int LONGEST = 1_000;

    /** What nobody agreed to, or nobody looked at, is void after. */
    private static final Duration STANDS = Duration.ofDays(7);

    private static final String OPENINGS =
            """
            select id, alias, contribution, reason, asked_by, asked_at, answered_by, agreed,
                   shown_at
              from community.alias_opening
            """;

    private final JdbcClient jdbc;
    private final SealedWords words;
    private final Aliases aliases;
    private final Contributions contributions;
    private final Spaces spaces;
    private final Messages messages;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    AliasOpenings(
            JdbcClient jdbc,
            SealedWords words,
            Aliases aliases,
            Contributions contributions,
            Spaces spaces,
            Messages messages,
            Accounts accounts,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.aliases = aliases;
        this.contributions = contributions;
        this.spaces = spaces;
        this.messages = messages;
        this.accounts = accounts;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for it.
     *
     * @param contribution that was written under it
     */
    @Transactional
    void ask(SignedIn who, ContributionId contribution, String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw Problem.invalid("peers.problem.reason", LONGEST).atField("reason");
        }
        Contribution one =
                contributions
                        .find(contribution)
                        .orElseThrow(() -> Problem.notFound("peers.problem.unknown"));
        Space space = spaces.find(one.space()).orElseThrow();
        OrganisationId organisation = space.organisation();
        if (!who.is(Role.OPERATOR) && !who.organisation().equals(organisation)) {
            throw Problem.notFound("peers.problem.unknown");
        }
        UUID alias =
                messages.find(one.message(), sight(one))
                        .flatMap(message -> Alias.of(message.first().author().networkId()))
                        .orElseThrow(() -> Problem.invalid("peers.problem.noAlias"));
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
                .param("reason", words.seal(said, "alias_opening", "reason", id))
                .param("by", who.account().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        trail.about("aliases", alias);
        trail.about("contributions", contribution);
    }

    private static Sight sight(Contribution one) {
        return Sight.ofPublic().within(Set.of(one.space().channel())).with(Sight.Use.DECIDING);
    }

    /** Those of the last week that this person may see. */
    List<AliasOpening> of(SignedIn who) {
        return jdbc.sql(
                        OPENINGS
                                + """
                                 where (:operator or organisation = :organisation)
                                   and asked_at > :since
                                 order by asked_at desc limit 100
                                """)
                .param("operator", who.is(Role.OPERATOR))
                .param("organisation", who.organisation().value())
                .param("since", Timestamp.from(clock.instant().minus(STANDS)))
                .query(this::opening)
                .list();
    }

    /** The second person's word. */
    @Transactional
    void answer(SignedIn who, UUID id, boolean agreed) {
        AliasOpening one = find(who, id);
        if (one.asked().equals(who.account())) {
            throw Problem.forbidden("peers.problem.two");
        }
        int answered =
                jdbc.sql(
                                """
                                update community.alias_opening
                                   set answered_by = ?, answered_at = ?, agreed = ?
                                 where id = ? and answered_by is null
                                """)
                        .params(who.account().value(), Timestamp.from(clock.instant()), agreed, id)
                        .update();
        if (answered == 0) {
            throw Problem.conflict("peers.problem.answered");
        }
        trail.about("aliases", one.alias());
    }

    /** Who it is, as an account and by name. */
    record Behind(AccountId account, String name) {}

    /** For who asked, once, after another agreed. */
    @Transactional
    Behind show(SignedIn who, UUID id) {
        AliasOpening one = find(who, id);
        int shown =
                jdbc.sql(
                                """
                                update community.alias_opening set shown_at = ?
                                 where id = ? and asked_by = ? and agreed and shown_at is null
                                """)
                        .params(Timestamp.from(clock.instant()), id, who.account().value())
                        .update();
        if (shown == 0) {
            throw Problem.of(Problem.Kind.GONE, "peers.problem.shown");
        }
        trail.about("aliases", one.alias());
        AccountId account =
                aliases.open(one.alias())
                        .orElseThrow(() -> Problem.of(Problem.Kind.GONE, "peers.problem.erased"));
        return new Behind(account, accounts.names(Set.of(account)).getOrDefault(account, ""));
    }

    private AliasOpening find(SignedIn who, UUID id) {
        return of(who).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("peers.problem.unknown"));
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
