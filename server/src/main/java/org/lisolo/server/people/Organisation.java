package org.lisolo.server.people;

import java.time.ZoneId;

/**
 * An organisation, for whoever looks after the platform.
 *
 * @param zone in which its people read times
 * @param verifies whether professionals may ask it to verify them
 * @param waiting how many requests of theirs wait there
 * @param people who has access
 * @param administered whether anybody looks after its people
 */
public record Organisation(
        OrganisationId id,
        String name,
        OrganisationKind kind,
        ZoneId zone,
        boolean verifies,
        long waiting,
        long people,
        boolean administered) {}
