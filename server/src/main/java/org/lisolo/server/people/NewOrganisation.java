package org.lisolo.server.people;

import java.time.ZoneId;

/**
 * An organisation to be taken in.
 *
 * @param zone in which its people read times
 * @param administrator the name of its first one
 * @param email to which their invitation goes
 */
public record NewOrganisation(
        String name, OrganisationKind kind, ZoneId zone, String administrator, String email) {}
