package org.lisolo.server.publishing.gate;

import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Limits;
import org.lisolo.server.channels.Mouth;
import org.lisolo.server.message.ChannelId;

/**
 * Where a draft is to be said: a channel by its name, and what its network takes.
 *
 * @param speaksAs the account's name there
 */
public record Target(
        ChannelId channel, String name, ChannelKind kind, String speaksAs, Limits limits) {
    public static Target of(Mouth mouth) {
        var channel = mouth.channel();
        return new Target(
                channel.id(), channel.name(), channel.kind(), mouth.speaksAs(), mouth.limits());
    }
}
