package org.lisolo.server.monitoring.rules;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.TeamId;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Who hears of a rule's alerts: everyone in these roles, these people, and these teams. */
public record Told(Set<Role> roles, Set<AccountId> people, Set<TeamId> teams) {
    public Told {
        roles = Set.copyOf(roles);
        people = Set.copyOf(people);
        teams = Set.copyOf(teams);
    }

    public Told(Set<Role> roles, Set<AccountId> people) {
        this(roles, people, Set.of());
    }

    public Told and(Told other) {
        Set<Role> bothRoles = EnumSet.noneOf(Role.class);
        bothRoles.addAll(roles);
        bothRoles.addAll(other.roles);
        Set<AccountId> bothPeople = new HashSet<>(people);
        bothPeople.addAll(other.people);
        Set<TeamId> bothTeams = new HashSet<>(teams);
        bothTeams.addAll(other.teams);
        return new Told(bothRoles, bothPeople, bothTeams);
    }
}
