package org.lisolo.server.channels.format;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How a payload came.
 *
 * @param visibility of messages whose network doesn't say who may see them
 * @param receivedAt when it came to us
 * @param ids gives each event its id
 */
public record Delivery(
        ChannelId channel,
        OrganisationId organisation,
        Visibility visibility,
        Instant receivedAt,
        Supplier<UUID> ids) {

    public EventId newId() {
        return new EventId(ids.get());
    }
}
