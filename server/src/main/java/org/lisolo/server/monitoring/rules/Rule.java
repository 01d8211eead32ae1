package org.lisolo.server.monitoring.rules;

import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;

/**
 * One version of a rule: what it says, whether it raises alerts, and who made it so.
 *
 * @param wording the version since which its query and channels stand unchanged: what it finds does
 *     not depend on more
 */
public record Rule(
        RuleId id,
        OrganisationId organisation,
        int version,
        RuleState state,
        RuleTerms terms,
        int wording,
        AccountId changedBy,
        Instant changedAt) {

    /** The next version. */
    Rule then(RuleState state, RuleTerms terms, AccountId by, Instant at) {
        boolean same = terms.looksForTheSameAs(this.terms) && this.state != RuleState.DELETED;
        int next = version + 1;
        return new Rule(id, organisation, next, state, terms, same ? wording : next, by, at);
    }
}
