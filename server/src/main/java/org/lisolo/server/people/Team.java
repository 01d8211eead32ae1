package org.lisolo.server.people;

import java.util.Set;

/** Colleagues of one organisation who are called together. */
public record Team(TeamId id, String name, Set<AccountId> members) {
    public Team {
        members = Set.copyOf(members);
    }

    public boolean has(AccountId account) {
        return members.contains(account);
    }
}
