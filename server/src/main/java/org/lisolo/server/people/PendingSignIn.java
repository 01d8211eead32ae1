package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Someone whose password was right and who has yet to show the second factor: until then a stranger
 * to every page.
 *
 * @param next the page that was asked for
 */
record PendingSignIn(AccountId account, String next, Instant since) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "pending";
    private static final Duration LASTS = Duration.ofMinutes(10);

    /** The session takes a new id, so that nobody who planted the old one follows. */
    void keepIn(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static Optional<PendingSignIn> of(HttpServletRequest request, Instant now) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof PendingSignIn pending
                        && now.isBefore(pending.since.plus(LASTS))
                ? Optional.of(pending)
                : Optional.empty();
    }
}
