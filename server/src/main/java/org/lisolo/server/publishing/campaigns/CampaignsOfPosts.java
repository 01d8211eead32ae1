package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.posts.Post;
import org.lisolo.server.publishing.posts.PostCampaigns;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;

/** The campaigns that a post can be for: those that are not over by long. */
@Component
class CampaignsOfPosts implements PostCampaigns {
    private static final int MOST = 100;

    private final CampaignStore store;

    CampaignsOfPosts(CampaignStore store) {
        this.store = store;
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
}
