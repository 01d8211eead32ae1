package org.lisolo.server.community;

import org.lisolo.server.community.aliases.Aliases;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/**
 * With an account go its words in the log, also those under its aliases; these are told to nobody,
 * since whoever reads over a shoulder would know them.
 */
@Component
@Order(62)
class OwnWords implements PersonalData {
    private static final String REASON = "the account was erased";

    private final Aliases aliases;
    private final Erasures erasures;

    OwnWords(Aliases aliases, Erasures erasures) {
        this.aliases = aliases;
        this.erasures = erasures;
    }

    @Override
    public List<Section> of(AccountId account) {
        return List.of();
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public void erase(AccountId account) {
        erasures.eraseAuthor(OrganisationId.NONE, OneName.path(account), account, REASON);
        for (String alias : aliases.authorsOf(account)) {
            erasures.eraseAuthor(OrganisationId.NONE, alias, account, REASON);
            aliases.forget(alias);
        }
    }
}
