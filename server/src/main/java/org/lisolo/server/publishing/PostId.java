package org.lisolo.server.publishing;

import java.util.UUID;

/** Something that an organisation says or is about to say. */
public record PostId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
