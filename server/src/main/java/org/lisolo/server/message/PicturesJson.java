package org.lisolo.server.message;

import java.util.List;
import java.util.Objects;

/** Pictures on their way out, kept as what they will be once they have left. */
final class PicturesJson {
    private PicturesJson() {}

    static String write(List<Picture> pictures) {
        return AttachmentsJson.write(pictures.stream().map(Picture::attachment).toList());
    }

    static List<Picture> read(String json) {
        return AttachmentsJson.read(json).stream().map(PicturesJson::picture).toList();
    }

    private static Picture picture(Attachment kept) {
        return new Picture(
                Objects.requireNonNull(kept.content()),
                kept.mediaType(),
                Objects.requireNonNullElse(kept.altText(), ""));
    }
}
