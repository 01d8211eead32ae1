package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How the person of a session has shown who they are.
 *
 * @param secondFactor whether by more than a password
 * @param began when they signed in
 * @param confirmed when they showed it last
 */
public record Proof(boolean secondFactor, Instant began, Instant confirmed)
        implements Serializable {
    /** How long a confirmation holds. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    @Serial private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "proof";

    /** That of a request's session; of one without, it is never enough. */
    public static Proof of(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Proof proof
                ? proof
                : new Proof(false, Instant.EPOCH, Instant.EPOCH);
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    Proof confirmedAt(Instant now) {
        return new Proof(secondFactor, began, now);
    }

    Proof withSecondFactor(Instant now) {
        return new Proof(true, began, now);
    }

    /** Whether someone with these roles may go on to work with it. */
    public boolean isEnoughFor(SignedIn who) {
        return secondFactor || !Action.needsSecondFactor(who.roles());
    }

    public boolean isFresh(Instant now) {
        return now.isBefore(confirmed.plus(FRESH));
    }
}
