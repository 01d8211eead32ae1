package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.EventContent;

import java.util.UUID;

/** An arrival as it is stored and committed to. */
final class EventContents {
    private EventContents() {}

    static EventContent of(Arrival arrival) {
        MessageEvent event = arrival.event();
        return new EventContent(
                event.id().value(),
                event.kind().code(),
                event.message().value(),
                value(event.parent()),
                value(event.rootMessage()),
                event.channel().value(),
                event.organisation().value(),
                event.visibility().code(),
                event.happenedAt(),
                event.receivedAt(),
                event.networkId(),
                event.author().networkId(),
                event.author().handle(),
                event.author().name(),
                event.language(),
                event.inReplyTo(),
                event.root(),
                event.shares(),
                event.title(),
                event.text(),
                event.html(),
                AttachmentsJson.write(event.attachments()),
                arrival.payload().mediaType(),
                arrival.payload().bytes());
    }

    static @Nullable UUID value(@Nullable MessageId id) {
        return id == null ? null : id.value();
    }
}
