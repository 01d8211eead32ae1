package org.lisolo.server.people;

import java.util.List;

/**
 * A module in which something is given to a team. While anything is, the team is not dissolved, so
 * that nothing is promised to nobody; each such module has a bean of this kind.
 */
public interface CountsOnTeams {
    /**
     * What counts on a team.
     *
     * @param words key of the words that name its kind
     * @param subject what it is called, shown as it is
     * @param path where it can be given to others
     */
    record Use(String words, String subject, String path) {}

    List<Use> of(TeamId team, OrganisationId organisation);
}
