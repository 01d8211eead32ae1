package org.lisolo.server.monitoring.cases;

import org.lisolo.server.people.CountsOnTeams;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.TeamId;
import org.springframework.stereotype.Component;

import java.util.List;

/** The open cases that nobody has yet, and of which only a team is told. */
@Component
class CasesOfTeams implements CountsOnTeams {
    private static final int MOST = 20;

    private final CaseStore store;

    CasesOfTeams(CaseStore store) {
        this.store = store;
    }

    @Override
    public List<Use> of(TeamId team, OrganisationId organisation) {
        return store.waitingForTeam(organisation, team, MOST).stream()
                .map(
                        file ->
                                new Use(
                                        "monitoring.case.team",
                                        Integer.toString(file.number()),
                                        "/work/cases/" + file.id()))
                .toList();
    }
}
