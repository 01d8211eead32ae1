package org.lisolo.server.channels;

import java.util.List;

/** The list of an organisation's channels. */
public record ChannelsPage(List<Channel> channels) {}
