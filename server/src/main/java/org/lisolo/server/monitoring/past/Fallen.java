package org.lisolo.server.monitoring.past;

import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The words that deletions took away. */
public record Fallen(Map<MessageId, Message> messages) {
    /** For all deletions among the events, by one call. */
    public static Fallen of(Collection<MessageEvent> events, Messages messages, Sight sight) {
        List<MessageId> deleted =
                events.stream()
                        .filter(event -> event.kind() == EventKind.DELETED)
                        .map(MessageEvent::message)
                        .distinct()
                        .toList();
        return new Fallen(messages.find(deleted, sight));
    }

    /** The version that stood when it was deleted; for all others the event itself. */
    public MessageEvent standing(MessageEvent event) {
        Message message = messages.get(event.message());
        return event.kind() != EventKind.DELETED || message == null ? event : message.current();
    }
}
