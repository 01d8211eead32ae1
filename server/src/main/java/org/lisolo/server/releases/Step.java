package org.lisolo.server.releases;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a release.
 *
 * @param by nobody where the person themselves did it
 * @param note what was said with it; may be empty
 */
public record Step(Kind kind, @Nullable AccountId by, String note, Instant at) {
    /** The names are stored. */
    public enum Kind {
        ASKED,
        RELINKED,
        SIGNED,
        BROUGHT,
        REFUSED,
        WITHDRAWN,
        CANCELLED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
