package org.lisolo.server.message;

/** An event as a channel hands it over, with the bytes that it was read from. */
public record Arrival(MessageEvent event, Payload payload) {}
