package org.lisolo.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.PersonalToken;
import org.lisolo.server.people.PersonalTokens;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Finds out for whom a script speaks, by the personal token in its {@code Authorization} header; a
 * session that comes with it counts for nothing.
 */
final class PersonalTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final PersonalTokens tokens;

    PersonalTokenFilter(PersonalTokens tokens) {
        this.tokens = tokens;
    }

    /** Somebody, within the scopes of a token of theirs. */
    static final class Scoped extends AbstractAuthenticationToken {
        private static final long serialVersionUID = 1L;

        private final transient PersonalToken.Shown shown;

        Scoped(PersonalToken.Shown shown) {
            super(List.of());
            this.shown = shown;
            setAuthenticated(true);
        }

        @Override
        public SignedIn getPrincipal() {
            return shown.who();
        }

        @Override
        public @Nullable Object getCredentials() {
            return null;
        }

        UUID token() {
            return shown.token();
        }

        boolean mayCall(AccessRule rule) {
            return rule.isForScripts(shown.scopes()) && rule.allows(shown.who());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Scoped scoped && scoped.shown.equals(shown);
        }

        @Override
        public int hashCode() {
            return shown.hashCode();
        }
    }

    static boolean showsOne(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (showsOne(request)) {
            String token =
                    request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length()).strip();
            var context = SecurityContextHolder.createEmptyContext();
            tokens.authenticate(token, request.getRemoteAddr())
                    .ifPresent(shown -> context.setAuthentication(new Scoped(shown)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
