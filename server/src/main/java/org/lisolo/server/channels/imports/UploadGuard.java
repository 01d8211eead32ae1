package org.lisolo.server.channels.imports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.lisolo.server.people.SignedIn;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Optional;

/**
 * Turns strangers' uploads, and large ones of members, away before a byte of them is read: the
 * check against forged forms, which comes before the one of access, would first write the whole
 * file to the disk.
 */
@Component
@Order(-200) // after the session is found, before Spring Security (-100)
class UploadGuard extends OncePerRequestFilter {
    /** A member of the public sends a few papers at most, in bytes. */
    private static final long OF_A_MEMBER = 24L * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> who = signedIn(request);
        if (who.isEmpty()) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
        } else if (who.get().isMember() && !isSmall(request)) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isSmall(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= OF_A_MEMBER;
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setHeader("Connection", "close");
        response.setStatus(status);
    }

    private static Optional<SignedIn> signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String name = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
        if (session == null || !(session.getAttribute(name) instanceof SecurityContext context)) {
            return Optional.empty();
        }
        Authentication authentication = context.getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }
}
