package org.lisolo.server.publishing.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which a piece says the same. */
public enum Variant {
    /** The whole text, for a page. */
    FULL,
    /** For networks where little fits. */
    BRIEF,
    /** In easy words and short sentences. */
    SIMPLE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Variant> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
