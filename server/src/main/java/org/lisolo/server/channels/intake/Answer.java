package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.format.Reason;

import java.util.UUID;

/** What became of a line. */
public sealed interface Answer {
    long line();

    /**
     * Kept now, durably.
     *
     * @param id of the first of its events
     */
    record Accepted(long line, UUID id) implements Answer {}

    /** It had come before. */
    record Known(long line, UUID id) implements Answer {}

    /** Understood, and no message. */
    record Ignored(long line, Reason reason) implements Answer {}

    /** Not understood; its bytes wait for a person, under this id. */
    record SetAside(long line, UUID id, Reason reason) implements Answer {}

    /** Not kept. */
    record Refused(long line, Reason reason) implements Answer {}
}
