package org.lisolo.server.people;

import java.io.Serializable;
import java.util.UUID;

/** Someone who can sign in. */
public record AccountId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
