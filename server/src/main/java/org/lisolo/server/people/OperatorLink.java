package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;

/**
 * The way back where nobody looks after the platform any more: whoever runs the server has a link
 * printed, and one of the staff who is signed in opens it.
 */
public final class OperatorLink {
    /** How long it holds. */
    public static final long MINUTES = Invitations.LASTS.toMinutes();

    private OperatorLink() {}

    /**
     * Makes the link; an earlier one is void.
     *
     * @return its path on the site
     */
    public static String make(JdbcClient jdbc, Clock clock) {
        return "/welcome?link=" + Invitations.forOperator(jdbc, clock);
    }
}
