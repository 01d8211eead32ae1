package org.lisolo.server.monitoring.rules;

import org.lisolo.server.people.CountsOnTeams;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.TeamId;
import org.springframework.stereotype.Component;

import java.util.List;

/** The rules that tell a team. */
@Component
class RulesOfTeams implements CountsOnTeams {
    private final RuleStore store;

    RulesOfTeams(RuleStore store) {
        this.store = store;
    }

    @Override
    public List<Use> of(TeamId team, OrganisationId organisation) {
        return store.standing(organisation).stream()
                .filter(rule -> rule.terms().told().teams().contains(team))
                .map(
                        rule ->
                                new Use(
                                        "monitoring.rule.team",
                                        rule.terms().name(),
                                        "/work/rules/" + rule.id()))
                .toList();
    }
}
