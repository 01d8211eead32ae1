package org.lisolo.server.publishing.posts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the newest version of a post stands. The names are stored. */
public enum PostState {
    DRAFT,
    /** Somebody has to agree. */
    ASKED,
    /** All have agreed; it waits for its time, or for whoever wrote it where that has passed. */
    APPROVED,
    /** It was handed to the outbox. */
    SENT,
    TAKEN_DOWN,
    DISCARDED;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PostState> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** Of the badge that shows it. */
    public String tone() {
        return switch (this) {
            case DRAFT, DISCARDED, TAKEN_DOWN -> "calm";
            case ASKED, APPROVED -> "warn";
            case SENT -> "good";
        };
    }
}
