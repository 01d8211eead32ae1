package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What became of something that was to leave.
 *
 * @param reason why it did not at the last try, a key of the bundles
 * @param message the message that it made or changed, once it left
 */
public record Fate(
        UUID parcel,
        UUID post,
        ChannelId channel,
        EventKind kind,
        State state,
        int tries,
        Instant made,
        Instant nextTry,
        @Nullable String reason,
        @Nullable MessageId message,
        @Nullable Instant done) {

    /** Where it stands. The names are stored. */
    public enum State {
        WAITING,
        SENT,
        /** It will not leave by itself. */
        DEAD,
        /** Somebody gave it up, or it was replaced. */
        DROPPED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
