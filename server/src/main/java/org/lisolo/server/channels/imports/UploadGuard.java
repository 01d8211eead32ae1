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

/**
 * Turns strangers' uploads away before a byte of them is read: the check against forged forms,
 * which comes before the one of access, would first write the whole file to the disk.
 */
@Component
@Order(-200) // after the session is found, before Spring Security (-100)
class UploadGuard extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSignedIn(request)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String name = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
        if (session == null || !(session.getAttribute(name) instanceof SecurityContext context)) {
            return false;
        }
        Authentication authentication = context.getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }
}
