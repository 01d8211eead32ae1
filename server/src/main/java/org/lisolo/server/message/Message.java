package org.lisolo.server.message;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message as all that happened to it. The events stand in the order in which they happened, the
 * creation first: an edit or deletion that came before its creation has found its place.
 *
 * @param events at least one
 */
public record Message(MessageId id, List<MessageEvent> events) {
    private static final Comparator<MessageEvent> AS_HAPPENED =
            Comparator.<MessageEvent, Boolean>comparing(e -> e.kind() != EventKind.CREATED)
                    .thenComparing(MessageEvent::happenedAt)
                    .thenComparing(e -> e.id().value());

    public Message {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a message without events is none");
        }
        events = events.stream().sorted(AS_HAPPENED).toList();
    }

    /** The creation and the edits, oldest first; empty if only the deletion came. */
    public List<MessageEvent> versions() {
        return events.stream().filter(e -> e.kind() != EventKind.DELETED).toList();
    }

    /** The version that stands, or stood before the deletion; the deletion if nothing else came. */
    public MessageEvent current() {
        List<MessageEvent> versions = versions();
        return versions.isEmpty() ? events.getLast() : versions.getLast();
    }

    /** The first version; an edit, where the creation never came. */
    public MessageEvent first() {
        List<MessageEvent> versions = versions();
        return versions.isEmpty() ? events.getFirst() : versions.getFirst();
    }

    public boolean edited() {
        return versions().size() > 1
                || versions().stream().anyMatch(e -> e.kind() == EventKind.EDITED);
    }

    /** Its deletion by the author or the network. What was kept stays kept. */
    public Optional<MessageEvent> deletion() {
        return events.stream().filter(e -> e.kind() == EventKind.DELETED).findFirst();
    }

    public boolean deleted() {
        return deletion().isPresent();
    }
}
