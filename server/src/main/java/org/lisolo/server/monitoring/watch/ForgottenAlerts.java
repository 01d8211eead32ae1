package org.lisolo.server.monitoring.watch;

import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.monitoring.cases.Cases;
import org.lisolo.server.monitoring.past.FindingStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An alert holds no words, but "the rule on HIV, from the 12th to the 15th character" says what
 * they were; so on an erasure the matches and findings go. The alert stays as a place in the log,
 * and its case says that the content was erased, for the staff's own notes may quote it and only
 * they can tell.
 */
@Component
class ForgottenAlerts implements Forgets {
    private final AlertStore store;
    private final FindingStore findings;
    private final Cases cases;

    ForgottenAlerts(AlertStore store, FindingStore findings, Cases cases) {
        this.store = store;
        this.findings = findings;
        this.cases = cases;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Erasure erasure) {
        store.forgetMatches(erasure.events());
        findings.forget(erasure.events());
        cases.tellErased(erasure.messages());
    }
}
