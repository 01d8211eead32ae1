package org.lisolo.server.community.moderation;

import java.time.Instant;
import java.util.Optional;

/**
 * What everybody who may read in a space may read of a decision there.
 *
 * @param space by its name
 * @param path of the space
 * @param language of its name
 * @param undone whether an appeal took it back
 */
public record LogLine(
        String space,
        String path,
        String language,
        Decision.Kind kind,
        Reason reason,
        Instant at,
        Optional<Instant> until,
        boolean undone) {
    /** What was shown after somebody had read it needs none. */
    public boolean hasReason() {
        return kind != Decision.Kind.LET;
    }
}
