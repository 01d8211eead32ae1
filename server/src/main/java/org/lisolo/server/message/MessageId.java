package org.lisolo.server.message;

import java.util.UUID;

/**
 * A message, whatever happened to it. The id is made of the channel and the network's own id, so
 * that an edit, a deletion or a reply that arrives before its message already points at it.
 */
public record MessageId(UUID value) {
    public static MessageId of(ChannelId channel, String networkId) {
        return new MessageId(NameId.of("message", channel.value(), networkId));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
