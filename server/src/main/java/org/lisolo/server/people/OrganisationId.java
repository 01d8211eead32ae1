package org.lisolo.server.people;

import java.io.Serializable;
import java.util.UUID;

/** A hospital, ministry, association, NGO or media house. */
public record OrganisationId(UUID value) implements Serializable {
    /** For whom a member of the public acts: nothing belongs to it. */
    public static final OrganisationId NONE = new OrganisationId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
