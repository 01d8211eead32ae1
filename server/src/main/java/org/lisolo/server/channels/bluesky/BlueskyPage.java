package org.lisolo.server.channels.bluesky;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Network.Health;
import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * How a channel is connected.
 *
 * @param connected as whom, with its server; empty where it is not
 * @param health where it is connected
 * @param listens whether what is said to the account comes in by itself
 */
public record BlueskyPage(
        Channel channel,
        String connected,
        Health health,
        boolean listens,
        String handle,
        String service,
        List<Problem> problems) {

    public String path() {
        return "/work/channels/" + channel.id() + "/bluesky";
    }

    public boolean isConnected() {
        return !connected.isEmpty();
    }
}
