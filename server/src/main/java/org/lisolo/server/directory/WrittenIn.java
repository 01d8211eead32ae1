package org.lisolo.server.directory;

import org.lisolo.screening.language.Language;
import org.lisolo.screening.language.LanguageIdentifier;

import java.util.regex.Pattern;

/**
 * The language in which an organisation wrote a text of its own, for a {@code lang} attribute:
 * nobody translates it with the page.
 */
public final class WrittenIn {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int FEW = 3;

    private WrittenIn() {}

    /**
     * As the letters tell; where they don't, or there are too few of them, French, in which most
     * entries are written.
     */
    public static String language(String text) {
        if (WORD.matcher(text).results().limit(FEW).count() < FEW) {
            return Language.FRENCH.code();
        }
        Language told = LanguageIdentifier.standard().identify(text).language();
        return told == Language.UNDETERMINED ? Language.FRENCH.code() : told.code();
    }
}
