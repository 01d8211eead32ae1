package org.lisolo.server.publishing;

import java.util.UUID;

/** What the public and an organisation say to each other about one thing. */
public record ConversationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
