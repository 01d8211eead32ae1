package org.lisolo.server.web;

import com.ibm.icu.text.BreakIterator;

import java.util.Locale;

/** The beginning of a text, cut between words and never inside a character. */
final class Excerpt {
    private Excerpt() {}

    /** At most about {@code length} UTF-16 units, with an ellipsis where something was cut. */
    static String of(String text, int length) {
        String whole = text.strip();
        if (whole.length() <= length) {
            return whole;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(whole);
        int end = words.preceding(length);
        if (end <= length / 2) { // one endless word: cut between its characters
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(whole);
            end = characters.preceding(length);
        }
        return whole.substring(0, end).strip() + "\u00a0…";
    }
}
