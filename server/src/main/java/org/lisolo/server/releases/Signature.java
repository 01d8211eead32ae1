package org.lisolo.server.releases;

import java.util.List;
import java.util.stream.Stream;

/**
 * How it was signed.
 *
 * @param name typed by whoever signed, or read from the paper
 * @param drawn lines drawn by a finger, each as {@code x,y x,y}; empty where nobody drew
 * @param relation none where the person signed themselves; so the assent of a child
 * @param language in which it was read
 * @param read every point as it stood there, its heading first
 * @param witness whoever saw a paper being signed; empty for a phone
 * @param shown the words, and the pictures by their hashes
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
        List<String> shown,
        String salt) {
    public Signature {
        drawn = List.copyOf(drawn);
        read = List.copyOf(read);
        shown = List.copyOf(shown);
    }

    /** The same, of what had this to be read. */
    Signature having(List<Point> points) {
        List<String> all =
                points.stream().map(point -> point.heading() + "\n" + point.text()).toList();
        return new Signature(name, drawn, relation, assent, language, all, witness, shown, salt);
    }

    /** Of just this. */
    Signature of(Release release) {
        List<String> all =
                Stream.concat(
                                release.scope().words().stream(),
                                release.pictures().stream()
                                        .map(one -> "sha-256:" + one.hash() + " " + one.alt()))
                        .toList();
        return new Signature(name, drawn, relation, assent, language, read, witness, all, salt);
    }
}
