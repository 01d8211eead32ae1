package org.lisolo.server.directory;

import java.util.Locale;

/** The lists of terms. */
public enum TermList {
    FACILITY,
    PROFESSION,
    SPECIALITY,
    SERVICE,
    CONDITION,
    LANGUAGE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
