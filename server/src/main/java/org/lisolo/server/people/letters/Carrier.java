package org.lisolo.server.people.letters;

import org.lisolo.server.people.Contact;

/** A way by which letters leave: a mail server, later a sender of text messages. */
public interface Carrier {
    boolean carries(Contact to);

    /** Whether nothing leaves by it: what was to be sent is shown on a page of this machine. */
    default boolean isSandbox() {
        return false;
    }

    /**
     * Gives it out of our hands, within seconds.
     *
     * @param subject may be left out where the way has no place for one
     * @throws NotCarried if it could not be
     */
    void carry(Contact to, String subject, String body) throws NotCarried;

    /** Why a letter did not leave. */
    final class NotCarried extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean forGood;

        /**
         * @param reason without any address or word of the letter: it is logged and shown
         * @param forGood whether another try would end the same, as with a malformed address
         */
        public NotCarried(String reason, boolean forGood) {
            super(reason);
            this.forGood = forGood;
        }

        public boolean forGood() {
            return forGood;
        }

        public String reason() {
            String reason = getMessage();
            return reason == null ? "" : reason;
        }
    }
}
