package org.lisolo.server.message;

/** An event at its place in the log; positions grow, without gaps for one who sees all classes. */
public record LoggedEvent(long position, MessageEvent event) {}
