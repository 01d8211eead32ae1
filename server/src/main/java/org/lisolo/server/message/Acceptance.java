package org.lisolo.server.message;

/** What became of an event handed to {@link Inbox#accept}; either way it is kept durably. */
public sealed interface Acceptance {
    EventId event();

    /** Kept now. */
    record Accepted(EventId event) implements Acceptance {}

    /** The same event had come before, under this id. */
    record Known(EventId event) implements Acceptance {}
}
