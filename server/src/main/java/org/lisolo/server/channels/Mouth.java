package org.lisolo.server.channels;

/**
 * A channel on which something can be said.
 *
 * @param speaksAs the account's name there
 */
public record Mouth(Channel channel, String speaksAs, Limits limits) {}
