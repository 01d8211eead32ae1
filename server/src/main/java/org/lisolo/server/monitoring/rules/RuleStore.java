package org.lisolo.server.monitoring.rules;

import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.RuleVersionContent;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules at rest: every version is kept, the newest stands. */
@Repository
class RuleStore {
    private static final String VERSIONS =
            """
            select r.organisation, v.*
            from monitoring.rule r join monitoring.rule_version v on v.rule = r.id
            """;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final SecureRandom random = new SecureRandom();

    RuleStore(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    List<Rule> standing(OrganisationId organisation) {
        return jdbc.sql(
                        VERSIONS
                                + """
                                where r.organisation = :organisation and v.version = r.version
                                  and v.state <> 'DELETED'
                                order by lower(v.name), r.id
                                """)
                .param("organisation", organisation.value())
                .query(RuleStore::rule)
                .list();
    }

    List<Rule> versions(OrganisationId organisation, RuleId id) {
        return jdbc.sql(
                        VERSIONS
                                + """
                                where r.organisation = :organisation and r.id = :id
                                order by v.version desc
                                """)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query(RuleStore::rule)
                .list();
    }

    /** The rules in their standing version, also deleted ones, of one organisation. */
    Map<RuleId, Rule> find(OrganisationId organisation, Collection<RuleId> ids) {
        return jdbc
                .sql(
                        VERSIONS
                                + """
                                where r.organisation = :organisation and v.version = r.version
                                  and r.id = any(cast(:ids as uuid[]))
                                """)
                .param("organisation", organisation.value())
                .param("ids", texts(ids))
                .query(RuleStore::rule)
                .stream()
                .collect(Collectors.toMap(Rule::id, rule -> rule));
    }

    /** Keeps new rules, at version 1. */
    void add(List<Rule> rules) {
        for (Rule rule : rules) {
            jdbc.sql(
                            """
                            insert into monitoring.rule (id, organisation, version)
                            values (:id, :organisation, :version)
                            """)
                    .param("id", rule.id().value())
                    .param("organisation", rule.organisation().value())
                    .param("version", rule.version())
                    .update();
            keepVersion(rule);
        }
        rules.stream().map(Rule::organisation).distinct().forEach(this::count);
    }

    /** Puts the next version in place, unless somebody else's stands there already. */
    boolean replace(Rule next) {
        int moved =
                jdbc.sql(
                                """
                                update monitoring.rule set version = :version
                                where id = :id and version = :version - 1
                                """)
                        .param("id", next.id().value())
                        .param("version", next.version())
                        .update();
        if (moved == 0) {
            return false;
        }
        keepVersion(next);
        count(next.organisation());
        return true;
    }

    /** How often the rules of each organisation have changed. */
    Map<OrganisationId, Long> revisions() {
        Map<OrganisationId, Long> revisions = new HashMap<>();
        jdbc.sql("select organisation, revision from monitoring.rule_revision")
                .query(
                        row -> {
                            revisions.put(
                                    new OrganisationId(row.getObject("organisation", UUID.class)),
                                    row.getLong("revision"));
                        });
        return revisions;
    }

    private void count(OrganisationId organisation) {
        jdbc.sql(
                        """
                        insert into monitoring.rule_revision as r (organisation, revision)
                        values (:organisation, 1)
                        on conflict (organisation) do update set revision = r.revision + 1
                        """)
                .param("organisation", organisation.value())
                .update();
    }

    /** The version as it stands, bound by an audit record. */
    private void keepVersion(Rule rule) {
        byte[] salt = Commitment.salt(random);
        UUID audit =
                trail.write(
                                List.of(
                                        trail.change("RULE_CHANGED", rule.organisation().value())
                                                .about("rules", rule.id())
                                                .binding(content(rule).commitment(salt))))
                        .getFirst();
        RuleTerms terms = rule.terms();
        jdbc.sql(
                        """
                        insert into monitoring.rule_version
                          (rule, version, state, name, query, channels, urgency, told_roles,
                           told_people, told_teams, allowed_minutes, wording, changed_by, changed_at, salt,
                           audit)
                        values (:rule, :version, :state, :name, :query, cast(:channels as uuid[]),
                           :urgency, :roles, cast(:people as uuid[]), cast(:teams as uuid[]),
                           :allowed, :wording, :by, :at, :salt,
                           :audit)
                        """)
                .param("rule", rule.id().value())
                .param("version", rule.version())
                .param("state", rule.state().name())
                .param("name", terms.name())
                .param("query", terms.query())
                .param("channels", texts(terms.channels()))
                .param("urgency", terms.urgency().code())
                .param(
                        "roles",
                        terms.told().roles().stream().map(Role::name).toArray(String[]::new))
                .param("people", texts(terms.told().people()))
                .param("teams", texts(terms.told().teams()))
                .param("allowed", terms.allowed().map(Duration::toMinutes).orElse(null))
                .param("wording", rule.wording())
                .param("by", rule.changedBy().value())
                .param("at", rule.changedAt().atOffset(ZoneOffset.UTC))
                .param("salt", salt)
                .param("audit", audit)
                .update();
    }

    private static RuleVersionContent content(Rule rule) {
        RuleTerms terms = rule.terms();
        return new RuleVersionContent(
                rule.id().value(),
                rule.version(),
                rule.state().name(),
                terms.name(),
                terms.query(),
                terms.channels().stream().map(ChannelId::value).toList(),
                terms.urgency().code(),
                terms.told().roles().stream().map(Role::name).toList(),
                terms.told().people().stream().map(AccountId::value).toList(),
                terms.told().teams().stream().map(TeamId::value).toList(),
                terms.allowed().map(Duration::toMinutes).orElse(null),
                rule.wording(),
                rule.changedBy().value(),
                rule.changedAt());
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        int minutes = row.getInt("allowed_minutes");
        Optional<Duration> allowed =
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
        RuleTerms terms =
                new RuleTerms(
                        row.getString("name"),
                        row.getString("query"),
                        uuids(row.getArray("channels"))
                                .map(ChannelId::new)
                                .collect(Collectors.toSet()),
                        Urgency.of(row.getInt("urgency")),
                        new Told(
                                roles(row.getArray("told_roles")),
                                uuids(row.getArray("told_people"))
                                        .map(AccountId::new)
                                        .collect(Collectors.toSet()),
                                uuids(row.getArray("told_teams"))
                                        .map(TeamId::new)
                                        .collect(Collectors.toSet())),
                        allowed);
        return new Rule(
                new RuleId(row.getObject("rule", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getInt("version"),
                RuleState.valueOf(row.getString("state")),
                terms,
                row.getInt("wording"),
                new AccountId(row.getObject("changed_by", UUID.class)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static String[] texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }

    private static Stream<UUID> uuids(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray());
    }

    private static Set<Role> roles(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }
}
