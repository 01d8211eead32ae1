package org.lisolo.server.community.goals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody proposes to themselves. The names are stored, sealed. */
public enum GoalKind {
    SMOKING,
    TREATMENT,
    WALKING,
    /** In their own words. */
    OTHER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<GoalKind> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
