package org.lisolo.server.people;

import java.util.List;

/**
 * Where somebody works, to change from one place to the other.
 *
 * @param current the one they act for now
 * @param alsoMember whether they can act as a member of the public
 */
public record MembershipsPage(
        List<Membership> memberships, OrganisationId current, boolean alsoMember) {
    public MembershipsPage {
        memberships = List.copyOf(memberships);
    }
}
