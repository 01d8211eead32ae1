package org.lisolo.screening;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences for errors and warnings; French where the locale is neither. */
final class QueryWording {
    private QueryWording() {}

    static String sentence(String key, int column, List<String> arguments, Locale locale) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        "org.lisolo.screening.queries",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        List<Object> values = new ArrayList<>();
        values.add(Integer.toString(column));
        values.addAll(arguments);
        return new MessageFormat(bundle.getString(key), locale).format(values.toArray());
    }
}
