package org.lisolo.server.people.rights;

import org.lisolo.server.people.OrganisationId;

/** An organisation that a request may go to. */
public record Addressee(OrganisationId organisation, String name) {}
