package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;

import java.time.Instant;
import java.util.Optional;

/**
 * Where something that somebody wrote stands; its words are in the log.
 *
 * @param parent what it answers; none for what opens a discussion
 * @param author nobody behind an alias
 * @param closed whether only those inside the space see it
 * @param hidden whether a moderator took it from sight
 */
public record Contribution(
        ContributionId id,
        MessageId message,
        SpaceId space,
        ContributionId discussion,
        Optional<ContributionId> parent,
        Optional<AccountId> author,
        boolean closed,
        Instant at,
        boolean hidden) {
    public boolean opens() {
        return id.equals(discussion);
    }
}
