package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened to a message: it was created, edited or deleted. A channel makes it of
 * what its network sends; {@link Inbox#accept} keeps it for good.
 *
 * @param id ours, given when it is received
 * @param channel the door it came through
 * @param networkId the network's own id of the message
 * @param author whoever wrote, as the network names them
 * @param organisation to whom the channel belongs
 * @param language as the network tells it (BCP 47), if it does
 * @param inReplyTo the network's id of the message that this one answers
 * @param root the network's id of the conversation's first message, where the network tells it
 * @param shares the network's id of the message that this one passes on
 * @param happenedAt as the network tells it; orders the edits of one message
 * @param receivedAt when it came to us
 * @param title a heading or content warning
 * @param text the words, without markup; empty for a deletion
 * @param html the network's own markup of the text, as it came: never shown without sanitising
 */
public record MessageEvent(
        EventId id,
        EventKind kind,
        ChannelId channel,
        String networkId,
        Author author,
        OrganisationId organisation,
        Visibility visibility,
        @Nullable String language,
        @Nullable String inReplyTo,
        @Nullable String root,
        @Nullable String shares,
        Instant happenedAt,
        Instant receivedAt,
        @Nullable String title,
        String text,
        @Nullable String html,
        List<Attachment> attachments) {

    public MessageEvent {
        if (networkId.isBlank()) {
            throw new IllegalArgumentException("a message has an id on its network");
        }
        networkId = Storable.text(networkId);
        language = Storable.textOrNull(language);
        inReplyTo = Storable.textOrNull(inReplyTo);
        root = Storable.textOrNull(root);
        shares = Storable.textOrNull(shares);
        title = Storable.textOrNull(title);
        text = Storable.text(text);
        html = Storable.textOrNull(html);
        attachments = List.copyOf(attachments);
        // PostgreSQL keeps microseconds; what is read back must equal what was accepted
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The message that this happened to. */
    public MessageId message() {
        return MessageId.of(channel, networkId);
    }

    /**
     * The same event on the same channel has the same fingerprint, however often it is delivered.
     */
    UUID fingerprint() {
        return Fingerprint.of(this);
    }

    /** The message that this one answers, whether we know it or not. */
    public @Nullable MessageId parent() {
        return idOf(inReplyTo);
    }

    /** The conversation's first message, where the network tells it. */
    public @Nullable MessageId rootMessage() {
        return idOf(root);
    }

    /** The message that this one passes on. */
    public @Nullable MessageId sharedMessage() {
        return idOf(shares);
    }

    private @Nullable MessageId idOf(@Nullable String named) {
        return named == null ? null : MessageId.of(channel, named);
    }
}
