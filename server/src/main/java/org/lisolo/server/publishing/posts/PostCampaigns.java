package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.SignedIn;

import java.util.Map;

/** Tells the page of a post which campaigns there are; campaigns, which know it, have its bean. */
public interface PostCampaigns {
    /**
     * For which campaign a post is, and for which it could be.
     *
     * @param chosen an id; empty for none
     * @param offered their names by id
     */
    record Choice(String chosen, Map<String, String> offered) {}

    Choice of(SignedIn who, Post post);

    /** The name of its campaign; empty for none. */
    String name(Post post);

    /**
     * The short addresses by which its readers come, once it leaves.
     *
     * @param leads where each leads, by its code
     */
    void shorten(Post post, ChannelId channel, Map<String, String> leads);
}
