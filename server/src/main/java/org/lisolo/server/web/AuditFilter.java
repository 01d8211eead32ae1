package org.lisolo.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.evidence.Deed;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Purpose;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Begins an audit record for every request that the access table does not open to everyone. It
 * stands behind Spring Security, so whoever comes here is allowed.
 */
@Component
final class AuditFilter extends OncePerRequestFilter {
    /** What leaves no record, because nothing that is not public is shown there. */
    static final Set<String> SHOWS_NOTHING =
            // a position in the log; the page then asks for the rows with a request of its own
            Set.of("GET /work/alerts/live");

    /** Its record would tell who stands behind an alias. What was written is in the log itself. */
    static final Set<String> ALIASED =
            Set.of(
                    "POST /spaces/{slug}/new/{kind}/aliased",
                    "POST /discussions/{id}/answers/aliased");

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private final AuditTrail trail;

    AuditFilter(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<AuditDraft> draft = draft(request);
        if (draft.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        boolean looks = LOOKING.contains(request.getMethod());
        var audited = new AuditedResponse(response, trail, draft.get(), looks);
        trail.begin(draft.get(), !looks);
        try {
            chain.doFilter(request, audited);
            if (!request.isAsyncStarted()) {
                audited.leave();
            }
        } finally {
            trail.end();
        }
    }

    /** What the request under way would be recorded as; none for what is public, and strangers. */
    static Optional<AuditDraft> draft(HttpServletRequest request) {
        Authentication shown = SecurityContextHolder.getContext().getAuthentication();
        if (shown == null || !(shown.getPrincipal() instanceof SignedIn who)) {
            return Optional.empty();
        }
        return AccessCheck.find(request.getMethod(), request.getRequestURI())
                .filter(AuditFilter::isAudited)
                .map(rule -> draft(rule, who, request))
                .map(draft -> withToken(draft, shown));
    }

    /** A script's deeds are its owner's, and name the token that it showed. */
    private static AuditDraft withToken(AuditDraft draft, Authentication shown) {
        return shown instanceof PersonalTokenFilter.Scoped scoped
                ? draft.about("tokens", scoped.token())
                : draft;
    }

    /** What everyone may see is not audited, nor a look at what is one's own. */
    static boolean isAudited(AccessRule rule) {
        return switch (rule.access()) {
            case AccessRule.Access.Everyone _, AccessRule.Access.Token _ -> false;
            case AccessRule.Access.Members _ ->
                    !LOOKING.contains(rule.method().name()) && !ALIASED.contains(route(rule));
            case AccessRule.Access.Doing _ -> !SHOWS_NOTHING.contains(route(rule));
        };
    }

    private static String action(AccessRule rule) {
        return rule.access() instanceof AccessRule.Access.Doing(Action action)
                ? action.name()
                : "OWN_ACCOUNT";
    }

    private static AuditDraft draft(AccessRule rule, SignedIn who, HttpServletRequest request) {
        boolean looks = LOOKING.contains(request.getMethod());
        AuditDraft draft =
                AuditDraft.ofRequest(
                        looks ? Deed.LOOK : Deed.CHANGE,
                        action(rule),
                        route(rule),
                        who.isMember() ? null : who.organisation().value(),
                        who.account().value(),
                        request.getRemoteAddr());
        addThings(draft, rule.pattern(), request.getRequestURI());
        if (rule.export()) {
            Purpose.ofKey(Objects.requireNonNullElse(request.getParameter("purpose"), ""))
                    .ifPresent(purpose -> draft.about("purposes", purpose.key()));
        }
        String reason = request.getParameter("reason");
        return reason == null ? draft : draft.because(reason);
    }

    /** Each id in the path belongs to the word before it, {@code cases:0190…}. */
    private static void addThings(AuditDraft draft, PathPattern pattern, String path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(PathContainer.parsePath(path));
        if (match == null) {
            return;
        }
        Map<String, String> ids = match.getUriVariables();
        String kind = "";
        for (String part : pattern.getPatternString().split("/", -1)) {
            if (part.startsWith("{")) {
                String id = ids.get(part.replaceAll("[{}]|:.*", ""));
                draft.about(kind, id == null ? "" : id.substring(0, Math.min(id.length(), 100)));
            } else {
                kind = part;
            }
        }
    }

    static String route(AccessRule rule) {
        return rule.method() + " " + rule.pattern().getPatternString();
    }
}
