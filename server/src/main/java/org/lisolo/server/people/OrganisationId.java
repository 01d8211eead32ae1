package org.lisolo.server.people;

import java.io.Serializable;
import java.util.UUID;

/** A hospital, ministry, association, NGO or media house. */
public record OrganisationId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
