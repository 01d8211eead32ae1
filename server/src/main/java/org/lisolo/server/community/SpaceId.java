package org.lisolo.server.community;

import org.lisolo.server.message.ChannelId;

import java.util.UUID;

/** A place of the community; at the same time the channel of what is written there. */
public record SpaceId(UUID value) {
    public ChannelId channel() {
        return new ChannelId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
