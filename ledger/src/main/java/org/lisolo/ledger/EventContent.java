package org.lisolo.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * All that is kept of one event of a message, as the platform stores it: the columns of {@code
 * message.event} and {@code message.content}. Whoever has these and the salt can make the event's
 * leaf again.
 *
 * @param kind 1 created, 2 edited, 3 deleted
 * @param visibility 1 public, 2 organisation, 3 space
 * @param message made of the channel and the network's id; so are parent and rootMessage
 * @param attachments JSON, as it was written
 */
@SuppressWarnings("ArrayRecordComponent") // compared by their leaves
public record EventContent(
        UUID id,
        int kind,
        UUID message,
        @Nullable UUID parent,
        @Nullable UUID rootMessage,
        UUID channel,
        UUID organisation,
        int visibility,
        Instant happenedAt,
        Instant receivedAt,
        String networkId,
        String authorId,
        @Nullable String authorHandle,
        @Nullable String authorName,
        @Nullable String language,
        @Nullable String inReplyTo,
        @Nullable String root,
        @Nullable String shares,
        @Nullable String title,
        String text,
        @Nullable String html,
        String attachments,
        String payloadType,
        byte[] payload) {
    private static final String SCHEMA = "lisolo.org/event/v1";
    // the names, the ids and what is mostly short
    private static final int OTHER_BYTES = 768;

    /** The leaf of this event with its salt. */
    public Leaf leaf(byte[] salt) {
        return new Leaf(LeafKind.EVENT, id, Commitment.of(salt, canonical()));
    }

    /** The bytes that the commitment is made over. */
    public byte[] canonical() {
        return new CanonicalBytes(SCHEMA, OTHER_BYTES + payload.length + 2 * text.length())
                .text("attachments", attachments)
                .text("author_handle", authorHandle)
                .text("author_id", authorId)
                .text("author_name", authorName)
                .uuid("channel", channel)
                .instant("happened_at", happenedAt)
                .text("html", html)
                .uuid("id", id)
                .text("in_reply_to", inReplyTo)
                .integer("kind", (long) kind)
                .text("language", language)
                .uuid("message", message)
                .text("network_id", networkId)
                .uuid("organisation", organisation)
                .uuid("parent", parent)
                .bytes("payload", payload)
                .text("payload_type", payloadType)
                .instant("received_at", receivedAt)
                .text("root", root)
                .uuid("root_message", rootMessage)
                .text("shares", shares)
                .text("text", text)
                .text("title", title)
                .integer("visibility", (long) visibility)
                .toBytes();
    }
}
