package org.lisolo.server.operations;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A backup that the server makes or made.
 *
 * @param node the machine that makes it
 * @param askedBy an account; null for the schedule
 * @param percent how much of the database is written
 * @param size in bytes, once it is written
 * @param failure the last part of the key of the sentence that says why it failed
 * @param removed when newer ones had taken its place
 */
public record KeptBackup(
        UUID id,
        String node,
        String file,
        @Nullable UUID askedBy,
        State state,
        int percent,
        Instant begun,
        @Nullable Instant ended,
        @Nullable Long size,
        @Nullable String failure,
        @Nullable Instant removed) {

    /** The names are stored. */
    public enum State {
        WRITING,
        /** It is whole, and read back to its end. */
        CHECKING,
        DONE,
        FAILED;

        /** The last part of the keys of its texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean goesOn() {
        return state == State.WRITING || state == State.CHECKING;
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    /** How long it took, or has taken until now. */
    public long seconds(Instant now) {
        return Duration.between(begun, ended == null ? now : ended).toSeconds();
    }
}
