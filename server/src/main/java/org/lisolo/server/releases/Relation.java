package org.lisolo.server.releases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What whoever signs for somebody is to them (45 CFR 164.508(c)(1)(vi)). The names are stored. */
public enum Relation {
    MOTHER,
    FATHER,
    FAMILY,
    TUTOR,
    OTHER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Relation> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
