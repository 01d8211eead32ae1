package org.lisolo.server.community.moderation;

import java.time.Instant;
import java.util.Optional;

/**
 * What everybody may read of a decision in a space.
 *
 * @param undone whether an appeal took it back
 */
public record LogLine(
        Decision.Kind kind, Reason reason, Instant at, Optional<Instant> until, boolean undone) {
    /** What was shown after somebody had read it needs none. */
    public boolean hasReason() {
        return kind != Decision.Kind.LET;
    }
}
