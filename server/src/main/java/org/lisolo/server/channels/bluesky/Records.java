package org.lisolo.server.channels.bluesky;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Delivery;
import org.lisolo.server.channels.format.Languages;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.channels.format.Unreadable;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

/**
 * Makes events of records.
 *
 * @param address the record's {@code at://} address: the message's id on its network
 */
record Records(Delivery delivery, String address, Author author) {

    Reading post(EventKind kind, JsonNode record, Instant at) {
        JsonNode text = record.path("text");
        if (!text.isString()) {
            throw new Unreadable("bluesky.missing", "text");
        }
        JsonNode reply = record.path("reply");
        String parent = BlueskyFormat.textOrNull(reply.path("parent"), "uri");
        String root = BlueskyFormat.textOrNull(reply.path("root"), "uri");
        JsonNode embed = record.path("embed");
        return event(
                kind,
                at,
                new Said(
                        text.stringValue(),
                        LinkedText.html(text.stringValue(), record.path("facets")),
                        language(record)),
                new Place(parent, root, Embeds.quoted(embed)),
                Embeds.of(embed, author.networkId()));
    }

    Reading share(JsonNode record, Instant at) {
        String shared = BlueskyFormat.textOrNull(record.path("subject"), "uri");
        if (shared == null) {
            throw new Unreadable("bluesky.missing", "subject");
        }
        return event(EventKind.CREATED, at, Said.NOTHING, new Place(null, null, shared), List.of());
    }

    Reading deleted(Instant at) {
        return event(EventKind.DELETED, at, Said.NOTHING, new Place(null, null, null), List.of());
    }

    private Reading event(
            EventKind kind, Instant at, Said said, Place place, List<Attachment> attachments) {
        var event =
                new MessageEvent(
                        delivery.newId(),
                        kind,
                        delivery.channel(),
                        address,
                        author,
                        delivery.organisation(),
                        delivery.visibility(),
                        said.language(),
                        place.inReplyTo(),
                        place.root(),
                        place.shares(),
                        at,
                        delivery.receivedAt(),
                        null,
                        said.text(),
                        said.html(),
                        attachments);
        return new Reading.Understood(List.of(event), List.of());
    }

    private static @Nullable String language(JsonNode record) {
        JsonNode first = record.path("langs").path(0);
        return first.isString() ? Languages.orNull(first.stringValue()) : null;
    }

    private record Said(String text, @Nullable String html, @Nullable String language) {
        static final Said NOTHING = new Said("", null, null);
    }

    /** Where a post stands among others. */
    private record Place(
            @Nullable String inReplyTo, @Nullable String root, @Nullable String shares) {}
}
