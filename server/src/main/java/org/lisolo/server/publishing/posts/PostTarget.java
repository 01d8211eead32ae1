package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.ChannelId;

/**
 * A channel that a post is said on.
 *
 * @param text the words for this channel; empty where the common ones are said
 */
public record PostTarget(ChannelId channel, String text) {}
