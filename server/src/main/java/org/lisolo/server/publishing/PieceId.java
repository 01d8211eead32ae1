package org.lisolo.server.publishing;

import java.util.UUID;

/** A piece of the content library. */
public record PieceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
