package org.lisolo.server.releases;

/**
 * A picture that a permission is for.
 *
 * @param hash SHA-256 of its bytes, in hexadecimal: what has another is another picture
 * @param alt what it shows, in words
 */
public record Picture(String hash, String mediaType, int width, int height, String alt) {}
