package org.lisolo.server.community.contributions;

/**
 * A picture on a page.
 *
 * @param alt what it shows, in words
 */
public record ShownPicture(String hash, String alt, int width, int height, int bytes) {
    /** At least one. */
    public int kilobytes() {
        return Math.max(1, bytes / 1024);
    }
}
