package org.lisolo.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.platform.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Says that the database is away where already the session can't be read. It stands before the
 * session's filter, so that the error page does not ask for the session again.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
final class OutageFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(OutageFilter.class);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.warn("the database did not answer at {}", request.getRequestURI());
            if (!response.isCommitted()) {
                response.reset();
                request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, e);
                request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
                request.getRequestDispatcher("/error").forward(request, response);
            }
        }
    }
}
