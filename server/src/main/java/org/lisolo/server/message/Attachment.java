package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;

/**
 * A picture, sound, film or file of a message.
 *
 * @param mediaType for example {@code image/jpeg}
 * @param altText what it shows, in words, where the author said so
 * @param url where the network keeps it, if anywhere
 * @param content the hash of the bytes that we keep (see {@link Blobs}), if we have them
 */
public record Attachment(
        String mediaType,
        @Nullable String altText,
        @Nullable String url,
        @Nullable ContentHash content) {
    public Attachment {
        mediaType = Storable.text(mediaType);
        altText = Storable.textOrNull(altText);
        url = Storable.textOrNull(url);
    }
}
