package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody said of a passage of one version.
 *
 * @param part {@code title}, {@code text} or {@code brief}
 * @param from its first sign in that part, and behind its last
 */
public record Remark(
        UUID id,
        int version,
        String part,
        int from,
        int to,
        AccountId by,
        String note,
        Instant at,
        Optional<Resolved> resolved) {
    /** That it was seen to, and who says so. */
    public record Resolved(AccountId by, Instant at) {}
}
