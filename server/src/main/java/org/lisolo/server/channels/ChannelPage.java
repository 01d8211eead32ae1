package org.lisolo.server.channels;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;

/**
 * One channel with its tokens.
 *
 * @param made the token that was just made, shown this once; else empty
 */
public record ChannelPage(
        Channel channel,
        List<ChannelToken> tokens,
        Instant now,
        String made,
        String tokenName,
        int days,
        List<Problem> problems) {

    public String path() {
        return ChannelsController.PATH + "/" + channel.id();
    }

    public boolean isRetired() {
        return channel.retired() != null;
    }

    public List<Integer> lifetimes() {
        return ChannelTokens.LIFETIMES.stream().sorted().toList();
    }
}
