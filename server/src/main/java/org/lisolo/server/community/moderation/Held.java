package org.lisolo.server.community.moderation;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.contributions.Whole;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Words that wait for a moderator before anybody sees them.
 *
 * @param version counts how often their author said them otherwise, from 1
 * @param filter by whose name they were stopped
 */
public record Held(
        SpaceId space,
        Draft draft,
        int version,
        Why why,
        Optional<String> filter,
        Instant at,
        Optional<Instant> refused) {

    /** The names are stored. */
    public enum Why {
        /** The first of this person in the space. */
        FIRST,
        /** Links of a newcomer. */
        LINKS,
        FILTER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String path() {
        return "/moderation/held/" + draft.id();
    }

    /** Its page for its author. */
    public String ownPath() {
        return draft.id().path() + "/waiting";
    }

    public Whole whole() {
        return Whole.of(draft);
    }
}
