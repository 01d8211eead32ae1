package org.lisolo.server.message;

import org.lisolo.server.people.OrganisationId;

/** A module that may have to keep what somebody wants erased, as a legal hold does. */
public interface ForbidsErasure {
    /**
     * Asked within the erasure's transaction before anything is removed; what it finds must still
     * hold when that commits.
     *
     * @throws org.lisolo.server.platform.Problem if any of this must be kept
     */
    void check(OrganisationId organisation, Erasure erasure);
}
