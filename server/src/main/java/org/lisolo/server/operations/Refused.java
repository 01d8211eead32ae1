package org.lisolo.server.operations;

/** What the operator asked for can't be done; the message says why, in a sentence for them. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why);
    }

    Refused(String why, Throwable cause) {
        super(why, cause);
    }
}
