package org.lisolo.server.releases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What it is published for (45 CFR 164.508(c)(1)(iv)). The names are stored. */
public enum Aim {
    STORY,
    EDUCATION,
    NEWS,
    THANKS,
    TEACHING;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Aim> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
