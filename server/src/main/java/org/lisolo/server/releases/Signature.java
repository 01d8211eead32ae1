package org.lisolo.server.releases;

import java.util.List;

/**
 * How it was signed.
 *
 * @param name typed by whoever signed, or read from the paper
 * @param drawn lines drawn by a finger, each as {@code x,y x,y}; empty where nobody drew
 * @param relation none where the person signed themselves; so the assent of a child
 * @param language in which it was read
 * @param read every point as it stood there, its heading first
 * @param witness whoever saw a paper being signed; empty for a phone
 * @param salt at random, so that the commitment in the log tells nothing
 */
public record Signature(
        String name,
        List<String> drawn,
        String relation,
        String assent,
        String language,
        List<String> read,
        String witness,
        String salt) {
    public Signature {
        drawn = List.copyOf(drawn);
        read = List.copyOf(read);
    }
}
