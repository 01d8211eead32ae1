package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

import java.util.List;

/** Begins the session of someone who has just shown who they are. */
@Component
public class OpenSession {
    private final SecurityContextRepository contexts;

    OpenSession(SecurityContextRepository contexts) {
        this.contexts = contexts;
    }

    /** A session known before is not carried on: neither its id, nor its forms' tokens. */
    public void begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
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
}
