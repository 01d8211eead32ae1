package org.lisolo.server.monitoring.cases;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.HandsOver;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The open cases of someone who leaves. */
@Component
class HandedOverCases implements HandsOver {
    private final CaseStore store;
    private final CaseStepStore history;
    private final Clock clock;

    HandedOverCases(CaseStore store, CaseStepStore history, Clock clock) {
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String words() {
        return "people.leave.things";
    }

    @Override
    public long count(AccountId owner, OrganisationId organisation) {
        return store.countAssigned(organisation, owner);
    }

    @Override
    public boolean suits(Colleague successor) {
        return CaseSteps.works(successor);
    }

    @Override
    public void handOver(AccountId from, AccountId to, OrganisationId organisation, AccountId by) {
        Instant now = clock.instant();
        for (Case file : store.lockAssigned(organisation, from)) {
            store.update(file.assignedTo(Optional.of(to)));
            CaseStep step = CaseStep.done(CaseStep.Kind.ASSIGNED, by, now).givenTo(to);
            history.add(Map.of(file.id(), step));
        }
    }
}
