package org.lisolo.screening.phi;

import org.lisolo.screening.Span;

import java.util.Locale;
import java.util.Optional;

/**
 * An identifier in a text. Holds no word of the text.
 *
 * @param span in UTF-16 code units of the text as written
 * @param confidence 0 to 1; for what the sequence model found how probable it is, for what a
 *     recogniser found what was set for its format
 * @param reason why it was found, a key of the bundle {@code phi}
 * @param publicBecause why the caller lets it be public, if he does
 */
public record PhiFinding(
        Span span,
        PhiCategory category,
        double confidence,
        String reason,
        Optional<String> publicBecause) {

    /** Whether it is one that the caller said is public. */
    public boolean isPublic() {
        return publicBecause.isPresent();
    }

    /** Why it was found, in French or English, without a word of the text. */
    public String because(Locale locale) {
        return PhiWording.of("reason." + reason, locale);
    }
}
