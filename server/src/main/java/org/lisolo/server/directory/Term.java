package org.lisolo.server.directory;

import java.util.List;
import java.util.Locale;

/**
 * A word of our own small lists, with its name in each language of the pages.
 *
 * @param also what people type for it, in any language
 * @param icd10 WHO's code where it is sure, else empty
 * @param icd11 the same of ICD-11 (MMS)
 */
public record Term(
        TermList list,
        String code,
        String french,
        String english,
        String lingala,
        String kiswahili,
        List<String> also,
        String icd10,
        String icd11) {
    public Term {
        also = List.copyOf(also);
    }

    public String name(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> english;
            case "ln" -> lingala;
            case "sw" -> kiswahili;
            default -> french;
        };
    }

    List<String> names() {
        return List.of(french, english, lingala, kiswahili);
    }

    /** As the index keeps it. */
    String tag() {
        return list.code() + ":" + code;
    }
}
