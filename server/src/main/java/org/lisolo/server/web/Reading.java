package org.lisolo.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody wants to read. */
enum Reading {
    FULL,
    /** Words alone: neither a style nor pictures cross the line. */
    TEXT;

    private static final String COOKIE = "reading";

    static Optional<Reading> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    static Reading of(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return of(cookie.getValue()).orElse(FULL);
                }
            }
        }
        return FULL;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says nothing of the person, so it needs no consent. */
    ResponseCookie remember(boolean secure) {
        return ResponseCookie.from(COOKIE, key())
                .path("/")
                .maxAge(this == FULL ? Duration.ZERO : Duration.ofDays(365))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}
