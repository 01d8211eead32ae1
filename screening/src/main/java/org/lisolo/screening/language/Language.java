package org.lisolo.screening.language;

import java.util.Arrays;
import java.util.Optional;

/** The languages that are told apart. */
public enum Language {
    FRENCH("fr"),
    ENGLISH("en"),
    KISWAHILI("sw"),
    LINGALA("ln"),
    /** Kikongo in all its forms, Kituba (Kikongo ya leta) included. */
    KIKONGO("kg"),
    TSHILUBA("lua"),
    /** None of the others, or nothing to tell by: another language, digits, signs. */
    UNDETERMINED("und");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The shortest code of ISO 639: {@code fr en sw ln kg lua}, or {@code und}. */
    public String code() {
        return code;
    }

    /** The language of a code as {@link #code()} writes it. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }
}
