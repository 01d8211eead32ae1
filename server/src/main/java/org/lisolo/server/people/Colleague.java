package org.lisolo.server.people;

import java.util.Set;

/** Someone of an organisation, as the others see them. */
public record Colleague(AccountId account, String name, Set<Role> roles) {
    public Colleague {
        roles = Set.copyOf(roles);
    }

    public boolean may(Action action) {
        return action.isOpenTo(roles);
    }
}
