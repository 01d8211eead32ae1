package org.lisolo.server.people.verification;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;

import java.time.Instant;

/**
 * A request and where it stands.
 *
 * @param verifier the name of the organisation that was asked
 * @param since null until it was verified, as {@code until}
 */
public record Verification(
        VerificationId id,
        AccountId account,
        Claim claim,
        String verifier,
        State state,
        Instant asked,
        @Nullable Instant since,
        @Nullable Instant until) {
    /** What lapsed by itself stays VERIFIED, with an end that has passed. */
    public enum State {
        ASKED,
        WITHDRAWN,
        REFUSED,
        VERIFIED,
        SUSPENDED,
        REVOKED,
        RENEWED
    }

    public String path() {
        return "/work/verifications/" + id;
    }
}
