package org.lisolo.server.releases;

import org.lisolo.server.people.OrganisationId;

/** A permission that stood was withdrawn: whatever rests on it has to go. */
public record ReleaseEnded(OrganisationId organisation, ReleaseId release) {}
