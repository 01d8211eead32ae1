package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that was done with a post.
 *
 * @param by nobody where the server did it
 * @param role in which it was approved
 * @param finding that was overruled
 * @param note what was said with it; may be empty
 */
public record Step(
        int version,
        Kind kind,
        @Nullable AccountId by,
        @Nullable Role role,
        @Nullable String finding,
        String note,
        Instant at) {
    /** The names are stored. */
    public enum Kind {
        BEGUN,
        ASKED,
        APPROVED,
        CHANGES,
        TAKEN_BACK,
        COMMENT,
        OVERRULED,
        SCHEDULED,
        MOVED,
        SENT,
        HELD,
        EDITED,
        TAKEN_DOWN,
        DISCARDED,
        RESTORED,
        RELEASE_ENDED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
