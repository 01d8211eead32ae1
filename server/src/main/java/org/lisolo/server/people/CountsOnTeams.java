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
     * @param goesAlong whether {@link #handOver} gives it to others, when the team is dissolved
     */
    record Use(String words, String subject, String path, boolean goesAlong) {
        /** One that has to be changed by hand first. */
        public Use(String words, String subject, String path) {
            this(words, subject, path, false);
        }
    }

    List<Use> of(TeamId team, OrganisationId organisation);

    /** Whether this colleague could look after what goes along. */
    default boolean suits(Colleague successor) {
        return true;
    }

    /** Within the caller's transaction. */
    default void handOver(
            TeamId from, PersonOrTeam to, OrganisationId organisation, AccountId by) {}

    /** The team is about to be gone: nothing may refer to it that still changes. */
    default void letGo(TeamId team, OrganisationId organisation) {}
}
