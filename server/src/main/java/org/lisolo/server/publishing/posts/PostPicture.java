package org.lisolo.server.publishing.posts;

import org.lisolo.server.publishing.gate.Recognisable;

/**
 * A picture of a version.
 *
 * @param hash of the bytes that leave, SHA-256 in hexadecimal
 * @param alt what it shows, in words; empty until somebody said
 * @param smallWidth as our own pages show it
 */
public record PostPicture(
        String hash,
        int width,
        int height,
        int smallWidth,
        int smallHeight,
        String alt,
        Recognisable people) {
    /** As many as every network shows. */
    public static final int MOST = 4;

    public static final int LONGEST_ALT = 500;
}
