package org.lisolo.server.community.contributions;

import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Contributions for those who decide on them, and for their authors: also hidden and deleted ones,
 * and those of a closed space. Whoever calls has seen to who that is.
 */
@Component
public class Wholes {
    private final Messages messages;
    private final SaidPictures pictures;
    private final Blobs blobs;

    Wholes(Messages messages, SaidPictures pictures, Blobs blobs) {
        this.messages = messages;
        this.pictures = pictures;
        this.blobs = blobs;
    }

    public Whole of(Contribution one) {
        return find(one).map(message -> whole(one, message)).orElse(Whole.NOTHING);
    }

    /** The same for any reader: nothing of what was taken from sight or taken back. */
    public Whole of(Contribution one, Reader reader) {
        return messages.find(one.message(), reader.sight())
                .filter(message -> !message.deleted())
                .map(message -> whole(one, message))
                .orElse(Whole.NOTHING);
    }

    /** By what it is named in a list; empty for what is gone. */
    public String beginning(Contribution one) {
        return find(one)
                .map(message -> Whole.beginning(Words.of(message.current(), one.opens())))
                .orElse("");
    }

    /** The bytes of a picture that stands, or stood last, with it. */
    public Optional<byte[]> picture(Contribution one, String hash) {
        return find(one).stream()
                .flatMap(message -> message.current().attachments().stream())
                .map(Attachment::content)
                .filter(Objects::nonNull)
                .filter(content -> content.hex().equals(hash))
                .findFirst()
                .flatMap(content -> blobs.find(content, one.space().inFull()));
    }

    /** The same of one that waits to stand. */
    public Optional<byte[]> picture(Draft waiting, String hash) {
        return ContentHash.isOne(hash)
                ? pictures.bytes(waiting, new ContentHash(hash))
                : Optional.empty();
    }

    private Optional<Message> find(Contribution one) {
        return messages.find(one.message(), one.space().inFull());
    }

    private Whole whole(Contribution one, Message message) {
        MessageEvent now = message.current();
        return new Whole(
                Words.of(now, one.opens()),
                now.author().shown(),
                one.opens() ? choices(one, message) : List.of(),
                pictures.standing(one, now));
    }

    private List<String> choices(Contribution one, Message message) {
        return messages.payload(message.first().id(), one.space().inFull())
                .flatMap(Poll::read)
                .map(Poll::choices)
                .orElse(List.of());
    }
}
