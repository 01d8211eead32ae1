package org.lisolo.server.monitoring.rules;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Who hears of a rule's alerts: everyone in these roles, and these people. */
public record Told(Set<Role> roles, Set<AccountId> people) {
    public Told {
        roles = Set.copyOf(roles);
        people = Set.copyOf(people);
    }

    public boolean includes(SignedIn who) {
        return people.contains(who.account()) || !Collections.disjoint(roles, who.roles());
    }

    public Told and(Told other) {
        Set<Role> bothRoles = EnumSet.noneOf(Role.class);
        bothRoles.addAll(roles);
        bothRoles.addAll(other.roles);
        Set<AccountId> bothPeople = new HashSet<>(people);
        bothPeople.addAll(other.people);
        return new Told(bothRoles, bothPeople);
    }
}
