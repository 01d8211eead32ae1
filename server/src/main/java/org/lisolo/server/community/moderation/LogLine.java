package org.lisolo.server.community.moderation;

import java.time.Instant;
import java.util.Optional;

/**
 * What everybody may read of a decision in a space.
 *
 * @param undone whether an appeal took it back
 */
public record LogLine(
        Decision.Kind kind, Reason reason, Instant at, Optional<Instant> until, boolean undone) {}
