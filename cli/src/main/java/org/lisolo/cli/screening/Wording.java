package org.lisolo.cli.screening;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the verbs for rules say; French, and English where the machine speaks another language. */
final class Wording {
    private Wording() {}

    /** The language of the machine if it is French, else English. */
    static Locale locale() {
        return Locale.getDefault().getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    }

    static String of(String key, Locale locale, Object... arguments) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        "org.lisolo.cli.screening.wording",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
