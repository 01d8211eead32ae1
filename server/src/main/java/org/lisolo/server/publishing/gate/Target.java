package org.lisolo.server.publishing.gate;

import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Limits;
import org.lisolo.server.channels.Mouth;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.publishing.links.LinkTags;

/**
 * Where a draft is to be said: a channel by its name, and what its network takes.
 *
 * @param speaksAs the account's name there
 * @param tags what is added to the organisation's own links there
 */
public record Target(
        ChannelId channel,
        String name,
        ChannelKind kind,
        String speaksAs,
        Limits limits,
        LinkTags tags) {
    public static Target of(Mouth mouth) {
        var channel = mouth.channel();
        return new Target(
                channel.id(),
                channel.name(),
                channel.kind(),
                mouth.speaksAs(),
                mouth.limits(),
                LinkTags.NONE);
    }

    /** The same, with these added to links. */
    public Target tagging(LinkTags other) {
        return new Target(channel, name, kind, speaksAs, limits, other);
    }
}
