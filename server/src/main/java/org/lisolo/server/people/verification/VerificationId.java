package org.lisolo.server.people.verification;

import java.util.UUID;

/** A request to be verified, and what became of it. */
public record VerificationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
