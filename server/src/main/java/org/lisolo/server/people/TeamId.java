package org.lisolo.server.people;

import java.util.UUID;

/** A group of colleagues within one organisation. */
public record TeamId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
