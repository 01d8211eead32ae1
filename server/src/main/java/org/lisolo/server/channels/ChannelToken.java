package org.lisolo.server.channels;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** What is known of a token; the token itself was shown once and is not kept. */
public record ChannelToken(
        UUID id,
        String name,
        Instant created,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {

    public boolean worksAt(Instant now) {
        return revoked == null && now.isBefore(expires);
    }
}
