package org.lisolo.server.people;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Set;

/**
 * The person behind a request, as controllers get them by {@code @AuthenticationPrincipal}.
 *
 * @param displayName as colleagues know them; a member's pseudonym
 * @param organisation the one they act for now; {@link OrganisationId#NONE} for a member of the
 *     public
 * @param roles theirs in that organisation
 * @param zone the organisation's, in which times are shown
 */
public record SignedIn(
        AccountId account,
        String displayName,
        OrganisationId organisation,
        String organisationName,
        Set<Role> roles,
        ZoneId zone)
        implements Principal, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    /** The account's id: it names the session, and is safe in a log. */
    @Override
    public String getName() {
        return account.toString();
    }

    /** Whether they act for themselves, as a member of the public. */
    public boolean isMember() {
        return organisation.equals(OrganisationId.NONE);
    }

    /** The first page of their side. */
    public String home() {
        return isMember() ? "/me" : "/work";
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether their roles in the organisation they act for open this to them. */
    public boolean may(Action action) {
        return action.isOpenTo(roles);
    }
}
