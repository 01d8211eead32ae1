package org.lisolo.server.community.peers;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.AccountId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody is worried about who wrote something.
 *
 * @param words of who is worried; may be empty
 * @param due when somebody is to have taken it
 * @param escalated when nobody had, and all moderators were asked
 */
public record Worry(
        UUID id,
        SpaceId space,
        ContributionId contribution,
        String words,
        Instant at,
        Instant due,
        Optional<Instant> escalated,
        Optional<AccountId> taken,
        Optional<Instant> closed,
        String note) {
    public String path() {
        return "/moderation/worries/" + id;
    }
}
