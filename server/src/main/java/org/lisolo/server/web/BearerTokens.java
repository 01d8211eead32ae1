package org.lisolo.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.TokenAuthentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/** Finds out for whom a program speaks, by the token in its {@code Authorization} header. */
final class BearerTokens extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ObjectProvider<TokenAuthentication> tokens;

    BearerTokens(ObjectProvider<TokenAuthentication> tokens) {
        this.tokens = tokens;
    }

    /** Whoever showed a good token. */
    static final class Holder extends AbstractAuthenticationToken {
        private static final long serialVersionUID = 1L;

        private final transient Principal principal;

        Holder(Principal principal) {
            super(List.of());
            this.principal = principal;
            setAuthenticated(true);
        }

        @Override
        public Principal getPrincipal() {
            return principal;
        }

        @Override
        public @Nullable Object getCredentials() {
            return null;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Holder holder && holder.principal.equals(principal);
        }

        @Override
        public int hashCode() {
            return principal.hashCode();
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            String token = header.substring(SCHEME.length()).strip();
            tokens.orderedStream()
                    .map(known -> known.authenticate(token))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(BearerTokens::speakFor);
        }
        chain.doFilter(request, response);
    }

    private static void speakFor(Principal principal) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Holder(principal));
        SecurityContextHolder.setContext(context);
    }
}
