package org.lisolo.server.community.contributions;

import org.lisolo.server.platform.Shortened;

import java.util.List;

/**
 * All that somebody said at once, as it stands or stood last: for those who decide on it, and for
 * its author.
 *
 * @param author as everybody sees them
 * @param choices of a poll
 */
public record Whole(Words words, String author, List<String> choices, List<SaidPicture> pictures) {
    /** Of what is no longer there. */
    public static final Whole NOTHING =
            new Whole(Words.of("", Words.LANGUAGES.getFirst()), "", List.of(), List.of());

    private static final int BEGINNING = 90;

    /** What is about to be said. */
    public static Whole of(Draft draft) {
        return new Whole(
                draft.words(),
                draft.author().shown(),
                draft.extra().choices(),
                draft.extra().pictures());
    }

    public boolean isGone() {
        return words.text().isEmpty();
    }

    /** By what it is named in a list; empty for what is gone. */
    public String beginning() {
        return beginning(words);
    }

    static String beginning(Words words) {
        return Shortened.of(words.title().isEmpty() ? words.text() : words.title(), BEGINNING);
    }
}
