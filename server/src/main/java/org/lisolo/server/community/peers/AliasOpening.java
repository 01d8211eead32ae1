package org.lisolo.server.community.peers;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.people.AccountId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody asks to see who stands behind an alias, and another agrees or not.
 *
 * @param shown when the answer was seen, which happens once
 */
public record AliasOpening(
        UUID id,
        UUID alias,
        ContributionId contribution,
        String reason,
        AccountId asked,
        Instant at,
        Optional<AccountId> answered,
        boolean agreed,
        Optional<Instant> shown) {
    public boolean waits() {
        return answered.isEmpty();
    }

    public String path() {
        return "/work/aliases/" + id;
    }
}
