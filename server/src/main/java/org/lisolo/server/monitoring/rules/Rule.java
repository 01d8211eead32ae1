package org.lisolo.server.monitoring.rules;

import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;

/** One version of a rule: what it says, whether it screens, and who made it so. */
public record Rule(
        RuleId id,
        OrganisationId organisation,
        int version,
        RuleState state,
        RuleTerms terms,
        AccountId changedBy,
        Instant changedAt) {

    /** The next version. */
    Rule then(RuleState state, RuleTerms terms, AccountId by, Instant at) {
        return new Rule(id, organisation, version + 1, state, terms, by, at);
    }
}
