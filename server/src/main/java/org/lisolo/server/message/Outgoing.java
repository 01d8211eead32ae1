package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.OrganisationId;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to leave, whole, and where to.
 *
 * @param post what it belongs to; of one post the creation leaves before its edits and its deletion
 * @param kind whether it creates a message, edits it or takes it down
 * @param language of the text (BCP 47)
 * @param text empty for a deletion
 * @param replyTo the network's id of the message that this one answers
 */
public record Outgoing(
        UUID post,
        EventKind kind,
        OrganisationId organisation,
        ChannelId channel,
        @Nullable String language,
        @Nullable String title,
        String text,
        @Nullable String replyTo,
        List<Picture> pictures) {

    public Outgoing {
        language = Storable.textOrNull(language);
        title = Storable.textOrNull(title);
        text = Storable.text(text);
        replyTo = Storable.textOrNull(replyTo);
        pictures = List.copyOf(pictures);
    }

    /** Words alone, which answer nobody. */
    public Outgoing(
            UUID post,
            EventKind kind,
            OrganisationId organisation,
            ChannelId channel,
            @Nullable String language,
            @Nullable String title,
            String text) {
        this(post, kind, organisation, channel, language, title, text, null, List.of());
    }

    /**
     * Of everything in it: each part with its length before it, so that none runs into another.
     * What is not there adds nothing, so that words alone have the hash that they always had.
     */
    public ContentHash hash() {
        Stream<String> words =
                Stream.of(
                        post.toString(),
                        kind.name(),
                        organisation.toString(),
                        channel.toString(),
                        language == null ? "" : language,
                        title == null ? "" : title,
                        text);
        Stream<String> answered = replyTo == null ? Stream.of() : Stream.of("reply", replyTo);
        Stream<String> shown =
                pictures.stream()
                        .flatMap(one -> Stream.of(one.hash().hex(), one.mediaType(), one.alt()));
        String whole =
                Stream.concat(Stream.concat(words, answered), shown)
                        .map(part -> part.length() + ":" + part)
                        .collect(Collectors.joining());
        return ContentHash.of(whole.getBytes(StandardCharsets.UTF_8));
    }
}
