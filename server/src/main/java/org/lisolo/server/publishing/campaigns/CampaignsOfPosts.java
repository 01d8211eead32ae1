package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.CampaignId;
import org.lisolo.server.publishing.posts.Post;
import org.lisolo.server.publishing.posts.PostCampaigns;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The campaigns that a post can be for: those that are not over by long. */
@Component
class CampaignsOfPosts implements PostCampaigns {
    private static final int MOST = 100;

    private final CampaignStore store;
    private final ShortLinkStore links;
    private final Clock clock;

    CampaignsOfPosts(CampaignStore store, ShortLinkStore links, Clock clock) {
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Choice of(SignedIn who, Post post) {
        Map<String, String> offered = new LinkedHashMap<>();
        if (who.may(Action.WRITE_CAMPAIGNS)) {
            store.list(who.organisation(), 0, MOST)
                    .forEach(one -> offered.put(one.id().toString(), one.plan().name()));
        }
        String chosen = store.of(who.organisation(), post.id()).map(Object::toString).orElse("");
        return new Choice(chosen, offered);
    }

    @Override
    public String name(Post post) {
        return store.of(post.organisation(), post.id())
                .flatMap(id -> store.find(post.organisation(), id))
                .map(campaign -> campaign.plan().name())
                .orElse("");
    }

    @Override
    public void shorten(Post post, ChannelId channel, Map<String, String> leads) {
        if (leads.isEmpty()) {
            return;
        }
        store.of(post.organisation(), post.id())
                .ifPresent(
                        campaign ->
                                leads.forEach(
                                        (code, address) ->
                                                shorten(post, channel, campaign, code, address)));
    }

    private void shorten(
            Post post, ChannelId channel, CampaignId campaign, String code, String address) {
        var link =
                new ShortLink(
                        code, campaign, Optional.of(post.id()), Optional.of(channel), address, 0);
        links.add(post.organisation(), link, post.writer(), clock.instant());
        boolean leadsThere =
                links.way(code).filter(way -> way.address().equals(address)).isPresent();
        if (!leadsThere) {
            throw new IllegalStateException("another link has this code");
        }
    }
}
