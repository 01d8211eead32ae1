package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.publishing.CampaignId;
import org.lisolo.server.publishing.PostId;

import java.util.Optional;

/**
 * A short address of ours that leads to another, and counts how often.
 *
 * @param post in which it stands, and channel on which it does; empty where nobody said
 * @param clicks so far
 */
public record ShortLink(
        String code,
        CampaignId campaign,
        Optional<PostId> post,
        Optional<ChannelId> channel,
        String address,
        long clicks) {
    public String path() {
        return "/l/" + code;
    }
}
