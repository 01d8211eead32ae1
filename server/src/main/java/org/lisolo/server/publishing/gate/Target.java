package org.lisolo.server.publishing.gate;

import org.lisolo.server.channels.Limits;
import org.lisolo.server.message.ChannelId;

/** Where a draft is to be said: a channel by its name, and what its network takes. */
public record Target(ChannelId channel, String name, Limits limits) {}
