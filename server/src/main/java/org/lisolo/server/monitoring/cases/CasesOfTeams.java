package org.lisolo.server.monitoring.cases;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.CountsOnTeams;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.PersonOrTeam;
import org.lisolo.server.people.TeamId;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The open cases that nobody has, and that were given to a team or of which nobody but it is told.
 */
@Component
class CasesOfTeams implements CountsOnTeams {
    private static final int MOST = 20;

    private final CaseStore store;
    private final CaseStepStore history;
    private final Clock clock;

    CasesOfTeams(CaseStore store, CaseStepStore history, Clock clock) {
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public List<Use> of(TeamId team, OrganisationId organisation) {
        return store.ofTeam(organisation, team, MOST).stream()
                .map(
                        file ->
                                new Use(
                                        file.team().isPresent()
                                                ? "monitoring.case.team.given"
                                                : "monitoring.case.team",
                                        Integer.toString(file.number()),
                                        "/work/cases/" + file.id(),
                                        true))
                .toList();
    }

    @Override
    public boolean suits(Colleague successor) {
        return CaseSteps.works(successor);
    }

    @Override
    public void handOver(TeamId from, PersonOrTeam to, OrganisationId organisation, AccountId by) {
        CaseStep step = CaseStep.given(to, by, clock.instant());
        for (Case file : store.lockOfTeam(organisation, from)) {
            store.update(file.heldBy(Held.by(to)));
            history.add(Map.of(file.id(), step));
        }
    }

    /** Whoever has one of its cases keeps it, and a closed one is opened again without it. */
    @Override
    public void letGo(TeamId team, OrganisationId organisation) {
        store.forgetTeam(organisation, team);
    }
}
