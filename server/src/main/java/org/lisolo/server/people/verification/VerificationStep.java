package org.lisolo.server.people.verification;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;

import java.time.Instant;

/**
 * One thing that was done.
 *
 * @param by null for what the calendar did
 * @param reason empty where none was given
 */
public record VerificationStep(Kind kind, @Nullable AccountId by, Instant at, String reason) {
    public enum Kind {
        ASKED,
        WITHDRAWN,
        REFUSED,
        VERIFIED,
        SUSPENDED,
        RESUMED,
        REVOKED,
        RENEWED,
        REMINDED
    }
}
