package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.spaces.Reader;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What moderators tell people beside what they wrote, under their names and their aliases: nobody
 * else is told.
 */
public interface ToldToAuthors {
    /** What was decided about what the reader wrote in a discussion, where it was hidden once. */
    Map<ContributionId, Ruling> rulings(Reader reader, Discussion about);

    /** What the reader wrote in a space that waits, or was refused lately; the oldest first. */
    List<Waiting> waiting(Reader reader, SpaceId space);

    /**
     * Why something was taken from sight.
     *
     * @param reason the end of its key
     * @param words of the moderator
     * @param undone whether it is there again
     */
    record Ruling(ContributionId about, String reason, String words, boolean undone) {
        public String path() {
            return pathOf(about);
        }
    }

    /** Words that nobody else sees. */
    record Waiting(Draft draft, Instant at, boolean refused) {
        public String path() {
            return pathOf(draft.id());
        }
    }

    private static String pathOf(ContributionId about) {
        return "/contributions/" + about + "/decision";
    }
}
