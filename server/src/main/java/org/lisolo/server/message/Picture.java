package org.lisolo.server.message;

/**
 * A picture that leaves with a message.
 *
 * @param hash of the bytes, which {@link Blobs} keeps until it has left
 * @param mediaType for example {@code image/jpeg}
 * @param alt what it shows, in words
 */
public record Picture(ContentHash hash, String mediaType, String alt) {
    public Picture {
        mediaType = Storable.text(mediaType);
        alt = Storable.text(alt);
    }

    Attachment attachment() {
        return new Attachment(mediaType, alt, null, hash);
    }
}
