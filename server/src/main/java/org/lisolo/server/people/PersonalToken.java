package org.lisolo.server.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets a script speak for its owner.
 *
 * @param scopes what it may be used for, as far as its owner may do that now
 */
public record PersonalToken(
        UUID id,
        String name,
        Set<Action> scopes,
        Instant made,
        Instant expires,
        Optional<Instant> lastUsed) {
    public PersonalToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whom a token that was shown speaks for. */
    public record Shown(UUID token, SignedIn who, Set<Action> scopes) {
        public Shown {
            scopes = Set.copyOf(scopes);
        }
    }
}
