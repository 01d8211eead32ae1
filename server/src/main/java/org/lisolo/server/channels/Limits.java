package org.lisolo.server.channels;

import java.text.BreakIterator;
import java.time.Duration;
import java.util.Locale;

/**
 * What a network takes.
 *
 * @param characters of one message, as a reader counts them (grapheme clusters)
 * @param titled whether it has a place for a title of its own
 * @param pace between two messages at least
 */
public record Limits(int characters, boolean titled, Duration pace) {
    /** How many characters a reader counts. */
    public static int count(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
