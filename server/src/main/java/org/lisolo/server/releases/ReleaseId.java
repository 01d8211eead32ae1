package org.lisolo.server.releases;

import java.util.UUID;

/** A signed permission, or the request for one. */
public record ReleaseId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
