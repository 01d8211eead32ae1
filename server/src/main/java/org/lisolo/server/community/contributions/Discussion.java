package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;

import java.time.Instant;

/**
 * A contribution that opened something, and what came of it.
 *
 * @param closed whether only those inside the space see it
 * @param lastAt when something was last said in it
 * @param answers how many contributions stand below it
 * @param version raised by whatever changes what its page shows
 */
public record Discussion(
        ContributionId id,
        SpaceId space,
        Kind kind,
        boolean closed,
        Instant openedAt,
        Instant lastAt,
        int answers,
        long version) {
    public String path() {
        return kind.path(id);
    }
}
