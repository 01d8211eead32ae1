package org.lisolo.server.channels.format;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Deliveries for tests of formats. */
public final class Deliveries {
    public static final Instant NOW = Instant.parse("2026-03-12T13:05:00Z");
    public static final ChannelId CHANNEL =
            new ChannelId(UUID.fromString("00000000-0000-7000-8000-0000000000c1"));
    public static final OrganisationId HOSPITAL =
            new OrganisationId(UUID.fromString("00000000-0000-7000-8000-0000000000a1"));

    private Deliveries() {}

    public static Delivery delivery() {
        return delivery(Visibility.PUBLIC);
    }

    public static Delivery delivery(Visibility visibility) {
        return new Delivery(CHANNEL, HOSPITAL, visibility, NOW, UUID::randomUUID);
    }

    /** Reads a text with single quotes for the double ones. */
    public static Reading read(Format format, String json) {
        return format.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), delivery());
    }
}
