package org.lisolo.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * Which language a reader gets: the one they chose, else the first their browser asks for; on the
 * work side French instead of one that is not spoken there.
 */
@Component
final class Languages {
    static final String COOKIE = "language";

    Language of(HttpServletRequest request) {
        Language wanted = chosen(request).orElseGet(() -> asked(request));
        return wanted.isSpokenAtWork() || !isAtWork(request) ? wanted : Language.FR;
    }

    static boolean isAtWork(HttpServletRequest request) {
        return AccessCheck.isAtWork(Frames.path(request), Frames.signedIn());
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return Language.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Language asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            for (Locale locale : Collections.list(request.getLocales())) {
                Optional<Language> spoken = Language.of(locale.getLanguage());
                if (spoken.isPresent()) {
                    return spoken.get();
                }
            }
        }
        return Language.FR;
    }

    /** Says nothing of the person, so it needs no consent. */
    static ResponseCookie remember(Language language, boolean secure) {
        return ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}
