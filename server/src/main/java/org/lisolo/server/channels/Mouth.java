package org.lisolo.server.channels;

/**
 * A channel on which something can be said.
 *
 * @param speaksAs the account's name there
 * @param looks how readers see it there
 */
public record Mouth(Channel channel, String speaksAs, Limits limits, Appearance looks) {}
