package org.lisolo.server.message;

import java.util.UUID;

/** The door a message came through: an account on a network, a feed, our own site. */
public record ChannelId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
