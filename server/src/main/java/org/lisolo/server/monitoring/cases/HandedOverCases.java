package org.lisolo.server.monitoring.cases;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.HandsOver;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.PersonOrTeam;
import org.springframework.stereotype.Component;

/** The open cases of someone who leaves. */
@Component
class HandedOverCases implements HandsOver {
    private final CaseStore store;
    private final CaseSteps steps;

    HandedOverCases(CaseStore store, CaseSteps steps) {
        this.store = store;
        this.steps = steps;
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
        store.lockAssigned(organisation, from)
                .forEach(file -> steps.give(file, new PersonOrTeam.Person(to), by));
    }
}
