package org.lisolo.server.community.contributions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader can say of something without words. None of them is against it. The names are
 * stored.
 */
public enum Reaction {
    SUPPORT,
    THANKS,
    /** Lifts an answer; that of a health professional more. */
    HELPFUL;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Reaction> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
