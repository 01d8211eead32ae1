package org.lisolo.server.message;

import java.util.List;
import java.util.Set;

/**
 * What is to be forgotten for good: the content of some events, and the traces of the people who
 * wrote them.
 *
 * @param events whose text, payload and salt are gone
 * @param messages that these events belong to
 * @param authorIds the network ids of the person, as the events named them
 */
public record Erasure(List<EventId> events, Set<MessageId> messages, Set<String> authorIds) {
    public Erasure {
        events = List.copyOf(events);
        messages = Set.copyOf(messages);
        authorIds = Set.copyOf(authorIds);
    }
}
