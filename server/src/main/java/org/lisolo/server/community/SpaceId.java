package org.lisolo.server.community;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Sight;

import java.util.Set;
import java.util.UUID;

/** A place of the community; at the same time the channel of what is written there. */
public record SpaceId(UUID value) {
    public ChannelId channel() {
        return new ChannelId(value);
    }

    /** All that was said there, also what is hidden: for who decides, and to know an author. */
    public Sight inFull() {
        return Sight.ofPublic().within(Set.of(channel())).with(Sight.Use.DECIDING);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
