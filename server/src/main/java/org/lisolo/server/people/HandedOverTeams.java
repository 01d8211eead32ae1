package org.lisolo.server.people;

import org.springframework.stereotype.Component;

import java.util.Set;

/**
 * The teams in which someone who leaves is the only one, and on which something counts: whoever
 * takes over takes their place, so that what the team is told is still heard. Other teams go on
 * without them.
 */
@Component
class HandedOverTeams implements HandsOver {
    private final Teams teams;

    HandedOverTeams(Teams teams) {
        this.teams = teams;
    }

    @Override
    public String words() {
        return "people.leave.teams";
    }

    @Override
    public long count(AccountId owner, OrganisationId organisation) {
        return teams.alone(owner, organisation).size();
    }

    @Override
    public boolean suits(Colleague successor) {
        return true;
    }

    @Override
    public void handOver(AccountId from, AccountId to, OrganisationId organisation, AccountId by) {
        teams.alone(from, organisation)
                .forEach(team -> teams.put(organisation, team.id(), Set.of(to)));
    }
}
