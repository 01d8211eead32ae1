package org.lisolo.server.publishing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a piece or a post is about. The names are stored; they never change. */
public enum Topic {
    CHOLERA(true),
    MPOX(true),
    MALARIA(true),
    VACCINATION(true),
    MOTHERS(true),
    CHILDREN(true),
    OPERATIONS(true),
    HYGIENE(true),
    LASTING_ILLNESS(true),
    HEALTH_DAYS(false),
    HOURS(false),
    SERVICES(false),
    COLLEAGUES(false),
    JOBS(false),
    ORGANISATION(false);

    private final boolean ofHealth;

    Topic(boolean ofHealth) {
        this.ofHealth = ofHealth;
    }

    /** Whether what is said of it is medical, so that it needs a source. */
    public boolean isOfHealth() {
        return ofHealth;
    }

    /** As it stands in addresses and in the keys of its words. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Topic> ofKey(String key) {
        return Arrays.stream(values()).filter(topic -> topic.key().equals(key)).findFirst();
    }
}
