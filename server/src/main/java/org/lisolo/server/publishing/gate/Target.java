package org.lisolo.server.publishing.gate;

import org.lisolo.server.channels.Appearance;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Limits;
import org.lisolo.server.channels.Mouth;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.publishing.links.LinkTags;

/**
 * Where a draft is to be said: a channel by its name, and what its network takes.
 *
 * @param speaksAs the account's name there
 * @param looks how its readers see it
 * @param tags what is added to the organisation's own links there
 */
public record Target(
        ChannelId channel,
        String name,
        ChannelKind kind,
        String speaksAs,
        Limits limits,
        Appearance looks,
        LinkTags tags) {
    public static Target of(Mouth mouth) {
        var channel = mouth.channel();
        return new Target(
                channel.id(),
                channel.name(),
                channel.kind(),
                mouth.speaksAs(),
                mouth.limits(),
                mouth.looks(),
                LinkTags.NONE);
    }

    /** The same, with these added to links. */
    public Target tagging(LinkTags other) {
        return new Target(channel, name, kind, speaksAs, limits, looks, other);
    }
}
