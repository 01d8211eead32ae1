package org.lisolo.server.platform;

import com.ibm.icu.text.BreakIterator;

import java.util.Locale;

/** The beginning of a text, cut between words and never inside a character. */
public final class Shortened {
    private static final String CUT = "\u00a0…";

    private Shortened() {}

    /** At most {@code length} UTF-16 units, an ellipsis where something was cut included. */
    public static String of(String text, int length) {
        String whole = text.strip();
        if (whole.length() <= length) {
            return whole;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(whole);
        int most = length - CUT.length() + 1;
        int end = words.preceding(most);
        if (end <= length / 2) { // one endless word: cut between its characters
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(whole);
            end = characters.preceding(most);
        }
        return whole.substring(0, end).strip() + CUT;
    }
}
