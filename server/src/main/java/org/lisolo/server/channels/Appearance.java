package org.lisolo.server.channels;

import java.util.List;
import java.util.function.Function;

/**
 * How a network shows a message to its readers, as far as a preview can tell.
 *
 * @param signed whether name, account and picture of who speaks stand above each message
 * @param marksAlt whether a picture bears a sign that it is described
 * @param beside whether several pictures stand beside each other
 * @param words what of a text it shows otherwise than its other signs
 */
public record Appearance(
        boolean signed, boolean marksAlt, boolean beside, Function<String, List<Stretch>> words) {
    /** The words alone, as they are. */
    public static final Appearance PLAIN =
            new Appearance(false, false, false, text -> List.of(new Stretch(Kind.WORDS, text)));

    /** What a stretch is to the network's readers. */
    public enum Kind {
        WORDS,
        LINK,
        ACCOUNT,
        HASHTAG
    }

    /**
     * A stretch of a text.
     *
     * @param text as it is shown there
     */
    public record Stretch(Kind kind, String text) {}
}
