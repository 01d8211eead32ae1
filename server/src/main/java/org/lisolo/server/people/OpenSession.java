package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Begins the session of someone who has just shown who they are. */
@Component
public class OpenSession {
    private final SecurityContextRepository contexts;
    private final SecondFactors factors;
    private final SessionLimits limits;
    private final SignInTrail trail;
    private final Clock clock;

    OpenSession(
            SecurityContextRepository contexts,
            SecondFactors factors,
            SessionLimits limits,
            SignInTrail trail,
            Clock clock) {
        this.contexts = contexts;
        this.factors = factors;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * After a password, a link or a code by mail: whoever has a second factor is asked for it
     * first, and whoever lacks one that their roles need is led to set it up.
     *
     * @param next the page to go to in the end
     * @return the path to go to now
     */
    public String enter(
            SignedIn who, String next, HttpServletRequest request, HttpServletResponse response) {
        if (factors.has(who.account())) {
            new PendingSignIn(who.account(), next, clock.instant()).keepIn(request);
            return "/sign-in/second";
        }
        begin(who, false, request, response);
        return Action.needsSecondFactor(who.roles()) ? SecondFactorController.HERE : next;
    }

    /**
     * A session known before is not carried on: neither its id, nor its forms' tokens.
     *
     * @param secondFactor whether they have shown more than a password
     */
    void begin(
            SignedIn who,
            boolean secondFactor,
            HttpServletRequest request,
            HttpServletResponse response) {
        trail.did("SIGNED_IN", who, request.getRemoteAddr());
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) limits.idle(who.roles()).toSeconds());
        Instant now = clock.instant();
        new Proof(secondFactor, now, now).keepIn(session);
        session.setAttribute(
                Device.ATTRIBUTE,
                Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
        keep(who, request, response);
    }

    /** What is known of the person now stands in their session from here on. */
    public void keep(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Long enough ago, whatever was done meanwhile. */
    public void expire(SignedIn who, HttpServletRequest request) {
        trail.happened("SESSION_EXPIRED", who.account(), request.getRemoteAddr());
        request.getSession().invalidate();
    }

    /** They go. */
    void end(@Nullable SignedIn who, HttpServletRequest request) {
        if (who != null) {
            trail.did("SIGNED_OUT", who, request.getRemoteAddr());
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** They have shown it again. */
    void confirm(HttpServletRequest request) {
        Proof.of(request).confirmedAt(clock.instant()).keepIn(request.getSession());
    }

    /** They have just set up, or shown, a second factor. */
    void addSecondFactor(HttpServletRequest request) {
        Proof.of(request).withSecondFactor(clock.instant()).keepIn(request.getSession());
    }
}
