package org.lisolo.server.community.contributions;

import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.platform.pictures.Drawn;

/**
 * A picture of a contribution, drawn anew; its bytes are kept.
 *
 * @param alt what it shows, in words
 */
public record SaidPicture(ContentHash hash, String alt, int width, int height, int bytes) {
    Attachment attachment() {
        return new Attachment(Drawn.MEDIA_TYPE, alt, null, hash);
    }

    SaidPictureStore.Size size() {
        return new SaidPictureStore.Size(hash, width, height, bytes);
    }
}
