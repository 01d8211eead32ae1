package org.lisolo.server.channels;

import java.security.Principal;
import java.util.UUID;

/** A program that showed a good token: it speaks for one channel. */
public record ChannelSender(UUID token, Channel channel) implements Principal {
    /** The token's id, safe in a log. */
    @Override
    public String getName() {
        return token.toString();
    }
}
