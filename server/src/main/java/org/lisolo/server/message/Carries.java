package org.lisolo.server.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who takes things to the networks: module {@code channels}. Safe for use by many threads. */
public interface Carries {
    /**
     * That it is there.
     *
     * @param networkId how the network names the message
     * @param at when it happened there; the same however often it is asked
     * @param payload what was sent, byte for byte
     */
    record Carried(String networkId, Author author, Instant at, Payload payload) {}

    /**
     * Takes it there.
     *
     * @throws NotCarried if it is not there, or nobody knows whether it is
     */
    Carried carry(Parcel parcel) throws NotCarried;

    /**
     * Asked before it is tried again: whether an earlier try, whose answer was lost, had brought it
     * there.
     */
    Optional<Carried> find(Parcel parcel) throws NotCarried;

    /** How long the network wants to be left alone between two. */
    Duration pace(ChannelId channel);

    /** Why something did not leave. */
    final class NotCarried extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;
        private final boolean forGood;
        private final Duration wait;

        private NotCarried(String reason, boolean forGood, Duration wait) {
            super(reason);
            this.reason = reason;
            this.forGood = forGood;
            this.wait = wait;
        }

        /**
         * It may leave at another try.
         *
         * @param reason a key of the bundles
         * @param wait how long the network said to wait; zero if it did not say
         */
        public static NotCarried forNow(String reason, Duration wait) {
            return new NotCarried(reason, false, wait);
        }

        /** The network will never take it. */
        public static NotCarried forGood(String reason) {
            return new NotCarried(reason, true, Duration.ZERO);
        }

        public String reason() {
            return reason;
        }

        public boolean isForGood() {
            return forGood;
        }

        public Duration toWait() {
            return wait;
        }
    }
}
