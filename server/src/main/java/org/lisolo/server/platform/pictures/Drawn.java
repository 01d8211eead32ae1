package org.lisolo.server.platform.pictures;

/** A picture drawn anew, as JPEG. */
@SuppressWarnings("ArrayRecordComponent") // equality of pictures is nobody's question
public record Drawn(int width, int height, byte[] jpeg) {
    public static final String MEDIA_TYPE = "image/jpeg";

    @Override
    public String toString() {
        return width + " × " + height;
    }
}
