package org.lisolo.server.community.direct;

import java.util.UUID;

/** What two people write to each other. */
public record PairId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
