package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.OrganisationId;

import java.nio.charset.StandardCharsets;
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
 */
public record Outgoing(
        UUID post,
        EventKind kind,
        OrganisationId organisation,
        ChannelId channel,
        @Nullable String language,
        @Nullable String title,
        String text) {

    public Outgoing {
        language = Storable.textOrNull(language);
        title = Storable.textOrNull(title);
        text = Storable.text(text);
    }

    /** Of everything in it: each part with its length before it, so that none runs into another. */
    public ContentHash hash() {
        String whole =
                Stream.of(
                                post.toString(),
                                kind.name(),
                                organisation.toString(),
                                channel.toString(),
                                language == null ? "" : language,
                                title == null ? "" : title,
                                text)
                        .map(part -> part.length() + ":" + part)
                        .collect(Collectors.joining());
        return ContentHash.of(whole.getBytes(StandardCharsets.UTF_8));
    }
}
