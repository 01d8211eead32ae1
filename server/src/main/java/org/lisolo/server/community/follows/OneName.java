package org.lisolo.server.community.follows;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

/**
 * An account that has a pseudonym and works for an organisation writes under both. What would
 * follow both, or write to both, would tell that they are one person.
 */
@Component
public class OneName {
    private final Accounts accounts;

    OneName(Accounts accounts) {
        this.accounts = accounts;
    }

    public boolean has(AccountId person) {
        boolean hasPseudonym = accounts.in(person, OrganisationId.NONE).isPresent();
        return accounts.signedIn(person).map(one -> one.isMember() == hasPseudonym).orElse(false);
    }
}
