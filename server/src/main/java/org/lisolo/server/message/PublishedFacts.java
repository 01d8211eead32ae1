package org.lisolo.server.message;

import org.lisolo.screening.phi.PublicFacts.Fact;
import org.lisolo.server.people.OrganisationId;

import java.util.List;

/**
 * Tells what an organisation publishes of itself: names, numbers, addresses. Declared here for
 * whoever screens texts; the modules that publish know it.
 */
public interface PublishedFacts {
    /** What anyone may know; the reason of each is a key of the bundles. */
    List<Fact> of(OrganisationId organisation);
}
