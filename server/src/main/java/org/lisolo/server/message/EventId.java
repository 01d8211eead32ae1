package org.lisolo.server.message;

import java.util.UUID;

/** One thing that happened to a message; a UUIDv7, given when it is received. */
public record EventId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
