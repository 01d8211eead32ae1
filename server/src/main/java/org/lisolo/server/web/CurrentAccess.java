package org.lisolo.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OpenSession;
import org.lisolo.server.people.Proof;
import org.lisolo.server.people.SessionLimits;
import org.lisolo.server.people.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Asks at every request what the person may do now: a role given or taken holds from the next
 * click, on every node, and access that has ended is over even for a session begun in that very
 * moment.
 */
final class CurrentAccess extends OncePerRequestFilter {
    private final Accounts accounts;
    private final OpenSession sessions;
    private final SessionLimits limits;
    private final Clock clock;

    CurrentAccess(Accounts accounts, OpenSession sessions, SessionLimits limits, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication shown = SecurityContextHolder.getContext().getAuthentication();
        if (shown != null && shown.getPrincipal() instanceof SignedIn before) {
            Optional<SignedIn> now = accounts.current(before);
            if (now.isEmpty()) {
                SecurityContextHolder.clearContext();
                request.getSession().invalidate();
            } else if (isOver(now.get(), request)) {
                SecurityContextHolder.clearContext();
                sessions.expire(now.get(), request);
            } else if (!now.get().equals(before)) {
                sessions.keep(now.get(), request, response);
            }
        }
        chain.doFilter(request, response);
    }

    /** Long enough ago, whatever was done meanwhile. */
    private boolean isOver(SignedIn who, HttpServletRequest request) {
        return clock.instant().isAfter(Proof.of(request).began().plus(limits.longest(who.roles())));
    }
}
