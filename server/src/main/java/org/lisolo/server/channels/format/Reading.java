package org.lisolo.server.channels.format;

import org.lisolo.server.message.MessageEvent;

import java.util.List;

/** What a format makes of one payload. */
public sealed interface Reading {
    /**
     * Understood.
     *
     * @param events at least one
     * @param files the bytes that came with it, which the events' attachments name by their hash
     */
    record Understood(List<MessageEvent> events, List<byte[]> files) implements Reading {
        public Understood {
            events = List.copyOf(events);
            files = List.copyOf(files);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("what holds no event is nothing to keep");
            }
        }
    }

    /** Understood, and no message: a like, a new follower. */
    record NothingToKeep(Reason reason) implements Reading {}

    /** Not understood: a person should look at it. */
    record NotUnderstood(Reason reason) implements Reading {}
}
