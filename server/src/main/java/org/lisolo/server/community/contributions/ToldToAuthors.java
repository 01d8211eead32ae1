package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.spaces.Reader;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moderators tell people beside what they wrote, under their names and their aliases: nobody
 * else is told.
 */
public interface ToldToAuthors {
    /** What was decided about what the reader wrote in a discussion, where it was hidden once. */
    Map<ContributionId, Ruling> rulings(Reader reader, Discussion about);

    /** What the reader wrote in a space that waits, or was refused lately; the oldest first. */
    List<Waiting> waiting(Reader reader, SpaceId space);

    /** The same by the id of its draft; nothing of what others wrote. */
    Optional<Waiting> waiting(Reader reader, ContributionId draft);

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
    record Waiting(SpaceId space, Draft draft, Instant at, boolean refused) {
        /** Where all of it is read: what was decided, or else how it is taken back. */
        public String path() {
            return refused ? pathOf(draft.id()) : draft.id().path() + "/waiting";
        }

        /** Where its author fetches its pictures. */
        public String pictures() {
            return draft.id().path() + "/pictures";
        }

        /** Whether something stands that they would change. */
        public boolean changes() {
            return draft.changes(space).isPresent();
        }

        boolean changes(Contribution one) {
            return !refused
                    && draft.becomes() instanceof Draft.Edit edit
                    && edit.of().equals(one.id());
        }

        public boolean summarises(Discussion about) {
            return !refused
                    && draft.becomes() instanceof Draft.Summary summary
                    && summary.discussion().equals(about.id());
        }
    }

    private static String pathOf(ContributionId about) {
        return about.path() + "/decision";
    }
}
