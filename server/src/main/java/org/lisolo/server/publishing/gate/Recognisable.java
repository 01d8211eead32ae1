package org.lisolo.server.publishing.gate;

import java.util.Arrays;
import java.util.Locale;

/** Whether a person can be recognised on a picture, as whoever chose it says. Stored by name. */
public enum Recognisable {
    /** Nobody has said so yet. */
    UNSAID,
    NOBODY,
    SOMEBODY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Recognisable ofKey(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(UNSAID);
    }
}
