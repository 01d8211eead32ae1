package org.lisolo.screening.phi;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words for reasons and replacements; French, and English for every other language. */
final class PhiWording {
    private static final ResourceBundle FRENCH = bundle(Locale.FRENCH);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private PhiWording() {}

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.lisolo.screening.phi.phi",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static String of(String key, Locale locale) {
        return (locale.getLanguage().equals("fr") ? FRENCH : ENGLISH).getString(key);
    }
}
