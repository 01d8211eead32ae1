package org.lisolo.server.people;

import java.time.ZoneId;

/**
 * A module that keeps times which an organisation has planned by the clock on its wall; its bean is
 * asked when the organisation's zone changes.
 */
public interface PlannedTimes {
    /** How many are still to come. */
    int coming(OrganisationId organisation);

    /**
     * From now on the clock of the new zone shows at each what that of the old one showed, as far
     * as that is still to come.
     *
     * @return how many it was done to
     */
    int keepHours(OrganisationId organisation, ZoneId before, ZoneId after);
}
