package org.lisolo.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.Proof;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Outage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

import java.time.Clock;
import java.time.ZoneId;

/** Makes the frame of a page from its request. */
@Component
final class Frames {
    private final Texts texts;
    private final Languages languages;
    private final WorkNavigation navigation;
    private final Assets assets;
    private final Clock clock;
    private final ZoneId zone;

    Frames(
            Texts texts,
            Languages languages,
            WorkNavigation navigation,
            Assets assets,
            Clock clock,
            @Value("${lisolo.zone:Africa/Kinshasa}") ZoneId zone) {
        this.texts = texts;
        this.languages = languages;
        this.navigation = navigation;
        this.assets = assets;
        this.clock = clock;
        this.zone = zone;
    }

    Frame of(HttpServletRequest request) {
        return of(request, languages.of(request));
    }

    Frame of(HttpServletRequest request, Language language) {
        SignedIn who = signedIn();
        String path = path(request);
        var surroundings =
                new Frame.Surroundings(
                        path,
                        address(request, path),
                        Language.spoken(Languages.isAtWork(request)),
                        notice(request),
                        () -> csrf(request),
                        () -> navigation.of(atWork(who, request), path),
                        place -> who == null ? 0 : waiting(place, who),
                        Reading.of(request),
                        assets);
        return new Frame(
                texts, language, who, who == null ? zone : who.zone(), clock, surroundings);
    }

    /** The page that tells of an outage has a head, too. */
    private long waiting(String path, SignedIn who) {
        try {
            return navigation.waiting(path, who);
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                return 0;
            }
            throw e;
        }
    }

    /** Nobody, as long as a second factor is lacking: no link leads further than to that. */
    private static @Nullable SignedIn atWork(@Nullable SignedIn who, HttpServletRequest request) {
        return who != null && Proof.of(request).isEnoughFor(who) ? who : null;
    }

    static @Nullable SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who
                : null;
    }

    /** Of the page that was asked for, also when an error page is shown instead. */
    static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    /** The path with its query, in which the filters of a list live. */
    private static String address(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        return query == null || request.getMethod().equals("POST") ? path : path + "?" + query;
    }

    private static @Nullable Notice notice(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get("notice") instanceof Notice notice ? notice : null;
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return new Frame.Csrf(token.getParameterName(), token.getToken());
        }
        throw new IllegalStateException("a form on a page that has no protection against forgery");
    }
}
