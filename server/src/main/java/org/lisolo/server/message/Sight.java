package org.lisolo.server.message;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.VisibilityClass;

import java.util.Set;

/**
 * What a reader may see: everything public, and what was said to and by the named organisations.
 * Every query for text takes one, so that none can forget to ask.
 */
public record Sight(Set<OrganisationId> organisations) {
    public Sight {
        organisations = Set.copyOf(organisations);
    }

    /** A stranger's. */
    public static Sight ofPublic() {
        return new Sight(Set.of());
    }

    /** That of an organisation's own eyes; whoever has a person at hand asks {@link #of}. */
    public static Sight ofStaff(OrganisationId organisation) {
        return new Sight(Set.of(organisation));
    }

    /** What an action shows to this person, as the access table has it. */
    public static Sight of(SignedIn who, Action action) {
        return action.shows(who.roles()).contains(VisibilityClass.ORGANISATION)
                ? ofStaff(who.organisation())
                : ofPublic();
    }

    public boolean allows(Visibility visibility, OrganisationId organisation) {
        return switch (visibility) {
            case PUBLIC -> true;
            case ORGANISATION -> organisations.contains(organisation);
            case SPACE -> false; // members only, which the community module will tell
        };
    }
}
