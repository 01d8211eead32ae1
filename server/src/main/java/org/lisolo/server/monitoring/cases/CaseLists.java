package org.lisolo.server.monitoring.cases;

import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases as lists: filtered, counted, and those that wait for a person. */
@Repository
public class CaseLists {
    private static final String SHOWN =
            """
            from monitoring.case_file c
            where c.organisation = :organisation
              and (cast(:urgency as int) is null or c.urgency = :urgency)
              and (cast(:team as uuid) is null or c.team = :team)
              and (cast(:rule as uuid) is null or exists (
                    select from monitoring.alert a
                    join monitoring.alert_match m using (organisation, position)
                    where a.case_file = c.id and m.rule = :rule))
              and case :show
                    when 'OPEN' then c.closed_at is null
                    when 'MINE' then c.closed_at is null and c.assignee = :me
                    when 'OURS' then c.closed_at is null and c.assignee is null
                        and c.team = any(cast(:teams as uuid[]))
                    when 'UNASSIGNED' then c.closed_at is null and c.assignee is null
                        and c.team is null
                    when 'OVERDUE' then c.closed_at is null and c.due_at < :now
                    else c.closed_at is not null
                  end
            """;

    private final JdbcClient jdbc;
    private final CaseStore store;
    private final Teams teams;
    private final Clock clock;

    CaseLists(JdbcClient jdbc, CaseStore store, Teams teams, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.teams = teams;
        this.clock = clock;
    }

    public List<Case> find(OrganisationId organisation, Collection<CaseId> ids) {
        return ids.isEmpty() ? List.of() : store.find(organisation, ids);
    }

    /** Open: the earliest promise first, those without one last; closed: the latest end first. */
    List<Case> list(SignedIn who, CaseFilter filter, Optional<CaseCursor> after, int limit) {
        boolean closed = filter.show() == CaseFilter.Show.CLOSED;
        String key = closed ? "c.closed_at" : "coalesce(c.due_at, 'infinity')";
        String order = closed ? " desc" : "";
        String beyond = closed ? "<" : ">";
        return shown(
                        "select c.* "
                                + SHOWN
                                + """
                                  and (cast(:key as timestamptz) is null
                                       or %1$s %3$s :key or (%1$s = :key and c.id < :id))
                                order by %1$s%2$s, c.id desc limit :limit
                                """
                                        .formatted(key, order, beyond),
                        who,
                        filter)
                .param("key", after.map(CaseCursor::key).orElse(null))
                .param("id", after.map(c -> c.id().value()).orElse(null))
                .param("limit", limit)
                .query(CaseStore::caseFile)
                .list();
    }

    /** How many each view holds, under the same other filters. */
    Map<CaseFilter.Show, Integer> counts(SignedIn who, CaseFilter filter) {
        Map<CaseFilter.Show, Integer> counts = new EnumMap<>(CaseFilter.Show.class);
        for (CaseFilter.Show show : CaseFilter.Show.values()) {
            CaseFilter one = filter.showing(show);
            counts.put(
                    show,
                    shown("select count(*) " + SHOWN, who, one).query(Integer.class).single());
        }
        return counts;
    }

    /**
     * Open cases that wait for this person: theirs, those given to a team of theirs that nobody has
     * taken, and those of which they are told and that nobody has; the earliest promise first.
     */
    public List<Case> waitingFor(SignedIn who, int limit) {
        return waiting(
                        "select * "
                                + WAITING
                                + " order by coalesce(due_at, 'infinity'), opened_at limit :limit",
                        who)
                .param("limit", limit)
                .query(CaseStore::caseFile)
                .list();
    }

    public long countWaitingFor(SignedIn who) {
        return waiting("select count(*) " + WAITING, who).query(Long.class).single();
    }

    private static final String WAITING =
            """
            from monitoring.case_file
            where organisation = :organisation and closed_at is null
              and (assignee = :me
                   or (assignee is null and team = any(cast(:teams as uuid[])))
                   or (assignee is null and team is null
                       and (told_roles && cast(:roles as text[]) or :me = any(told_people)
                            or told_teams && cast(:teams as uuid[]))))
            """;

    private JdbcClient.StatementSpec waiting(String sql, SignedIn who) {
        return jdbc.sql(sql)
                .param("organisation", who.organisation().value())
                .param("me", who.account().value())
                .param("roles", who.roles().stream().map(Role::name).toArray(String[]::new))
                .param("teams", teamsOf(who));
    }

    private String[] teamsOf(SignedIn who) {
        return teams.joined(who).stream().map(TeamId::toString).toArray(String[]::new);
    }

    private JdbcClient.StatementSpec shown(String sql, SignedIn who, CaseFilter filter) {
        return jdbc.sql(sql)
                .param("organisation", who.organisation().value())
                .param("urgency", filter.urgency().map(u -> u.code()).orElse(null))
                .param("rule", filter.rule().map(r -> r.value()).orElse(null))
                .param("show", filter.show().name())
                .param("team", filter.team().map(t -> t.value()).orElse(null))
                .param("teams", teamsOf(who))
                .param("me", who.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }
}
