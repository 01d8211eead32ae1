package org.lisolo.server.people;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Colleagues of one organisation who are called together. */
public record Team(TeamId id, String name, Set<AccountId> members) {
    public Team {
        members = Set.copyOf(members);
    }

    /** Of each, by id. */
    public static Map<TeamId, String> names(Collection<Team> teams) {
        return teams.stream().collect(Collectors.toMap(Team::id, Team::name));
    }

    public boolean has(AccountId account) {
        return members.contains(account);
    }
}
