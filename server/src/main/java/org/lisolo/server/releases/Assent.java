package org.lisolo.server.releases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the child says to it; a child who says no is not shown. The names are stored. */
public enum Assent {
    GIVEN,
    TOO_YOUNG;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Assent> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
