package org.lisolo.server.directory;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Stored fields as a person reads and writes them: names for codes, hours in their language. */
final class FieldWords {
    private static final Map<String, TermList> LISTS =
            Map.of(
                    "kind", TermList.FACILITY,
                    "profession", TermList.PROFESSION,
                    "specialities", TermList.SPECIALITY,
                    "services", TermList.SERVICE,
                    "conditions", TermList.CONDITION,
                    "languages", TermList.LANGUAGE);

    private FieldWords() {}

    /**
     * All of them.
     *
     * @param between what stands between the parts of a field that has several
     */
    static Map<String, String> of(Fields fields, Locale locale, String between) {
        Map<String, String> words = new TreeMap<>();
        fields.values()
                .forEach((name, text) -> words.put(name, word(fields, name, locale, between)));
        return words;
    }

    private static String word(Fields fields, String name, Locale locale, String between) {
        TermList list = LISTS.get(name);
        if (list != null) {
            return String.join(
                    between,
                    fields.several(name).stream()
                            .map(part -> Label.of(list, part).name(locale))
                            .toList());
        }
        if (name.startsWith("hours")) {
            return HoursWords.text(HoursText.week(fields.several(name)), locale, between);
        }
        return switch (name) {
            case "special_days" ->
                    HoursWords.text(HoursText.special(fields.several(name)), locale, between);
            case "phones" -> String.join(between, fields.several(name));
            case "zone" -> Places.zone(fields.get(name)).map(Places::unmistakable).orElse("");
            case "province" ->
                    Places.province(fields.get(name)).map(Places.Province::name).orElse("");
            case "emergency" -> locale.getLanguage().equals("en") ? "yes" : "oui";
            default -> fields.get(name);
        };
    }
}
