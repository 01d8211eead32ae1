package org.lisolo.server.directory;

import java.util.UUID;

/** A facility or a professional. */
public record EntryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
