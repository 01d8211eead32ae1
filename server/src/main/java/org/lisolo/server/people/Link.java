package org.lisolo.server.people;

import java.time.Instant;
import java.util.Set;

/** What the holder of a one-time link may do with it. */
sealed interface Link {
    /** Make the first organisation and its administrator. */
    record FirstAdministrator() implements Link {}

    /** Look after the platform. */
    record Operator() implements Link {}

    /** Join an organisation, as an administrator has laid down. */
    record Invitation(
            OrganisationId organisation,
            EmailAddress email,
            String name,
            Set<Role> roles,
            String id,
            Instant expires)
            implements Link {
        public Invitation {
            roles = Set.copyOf(roles);
        }
    }
}
