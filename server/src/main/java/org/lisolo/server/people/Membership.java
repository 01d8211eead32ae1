package org.lisolo.server.people;

import java.util.Set;

/** Somebody's place in an organisation. */
public record Membership(
        OrganisationId organisation, String name, OrganisationKind kind, Set<Role> roles) {
    public Membership {
        roles = Set.copyOf(roles);
    }
}
