package org.lisolo.server.community.spaces;

import java.util.Locale;

/** What a space is about. The names are stored. */
public enum Subject {
    CONDITION,
    PLACE,
    PROFESSION,
    ORGANISATION;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
