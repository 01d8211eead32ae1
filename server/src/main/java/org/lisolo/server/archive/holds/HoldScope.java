package org.lisolo.server.archive.holds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a hold covers. The names are stored; they never change. */
public enum HoldScope {
    /** One message in all its versions. */
    MESSAGE,
    /** All that the author of a message wrote. */
    AUTHOR,
    /** The conversation that a message stands in, which is what a case is about. */
    CONVERSATION,
    /** All that the organisation received in a time. */
    TIME;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<HoldScope> ofKey(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
    }
}
