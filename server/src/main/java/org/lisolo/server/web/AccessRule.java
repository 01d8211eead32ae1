package org.lisolo.server.web;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Proof;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.time.Instant;
import java.util.Set;

/**
 * One line of the access table: who may call this route.
 *
 * @param export whether something that is not public leaves by it: then it is asked what for, and
 *     whoever asks must have shown again, lately, who they are
 */
record AccessRule(HttpMethod method, PathPattern pattern, Access access, boolean export) {
    /** Who may. */
    sealed interface Access {
        /** Anybody, signed in or not. */
        record Everyone() implements Access {}

        /**
         * Whoever has signed in, whatever their roles.
         *
         * @param stepUp whether they must have shown again, lately, who they are
         */
        record Members(boolean stepUp) implements Access {}

        /** Whoever has a role, where they act for now, to which this action is open. */
        record Doing(Action action) implements Access {}

        /** A program with a token; which channel it speaks for is the token's. */
        record Token() implements Access {}
    }

    /** What stands between someone and what their roles allow. */
    enum Lack {
        NOTHING,
        SECOND_FACTOR,
        CONFIRMATION
    }

    static AccessRule get(String pattern, Access access) {
        return of(HttpMethod.GET, pattern, access);
    }

    static AccessRule get(String pattern, Action action) {
        return of(HttpMethod.GET, pattern, new Access.Doing(action));
    }

    static AccessRule export(String pattern, Action action) {
        AccessRule looking = get(pattern, action);
        return new AccessRule(looking.method, looking.pattern, looking.access, true);
    }

    static AccessRule post(String pattern, Access access) {
        return of(HttpMethod.POST, pattern, access);
    }

    static AccessRule post(String pattern, Action action) {
        return of(HttpMethod.POST, pattern, new Access.Doing(action));
    }

    static Access everyone() {
        return new Access.Everyone();
    }

    static Access members() {
        return new Access.Members(false);
    }

    /** Whoever has signed in and has shown again, lately, who they are. */
    static Access membersAgain() {
        return new Access.Members(true);
    }

    static Access token() {
        return new Access.Token();
    }

    private static AccessRule of(HttpMethod method, String pattern, Access access) {
        return new AccessRule(
                method, PathPatternParser.defaultInstance.parse(pattern), access, false);
    }

    boolean covers(PathContainer path) {
        return pattern.matches(path);
    }

    boolean isCalledBy(String method) {
        return this.method.name().equals(method)
                || (this.method.equals(HttpMethod.GET) && method.equals("HEAD"));
    }

    /** Whether its path has placeholders. */
    boolean isPattern() {
        return pattern.getPatternString().matches(".*[{*?].*");
    }

    /** Whether it lets someone in whose roles are these, however they signed in. */
    boolean allows(@Nullable SignedIn who) {
        return switch (access) {
            case Access.Everyone _ -> true;
            case Access.Members _ -> who != null;
            case Access.Doing(Action action) -> who != null && who.may(action);
            case Access.Token _ -> false;
        };
    }

    /** Whether a personal token with these scopes may be used for it. */
    boolean isForScripts(Set<Action> scopes) {
        return method.equals(HttpMethod.GET)
                && access instanceof Access.Doing(Action action)
                && action.isForScripts()
                && scopes.contains(action);
    }

    /** What someone whom it allows has yet to show. */
    Lack lacks(SignedIn who, Proof proof, Instant now) {
        return switch (access) {
            case Access.Everyone _, Access.Token _ -> Lack.NOTHING;
            case Access.Members(boolean stepUp) -> confirmation(stepUp, proof, now);
            case Access.Doing(Action action) ->
                    proof.isEnoughFor(who)
                            ? confirmation(export || action.needsStepUp(), proof, now)
                            : Lack.SECOND_FACTOR;
        };
    }

    private static Lack confirmation(boolean stepUp, Proof proof, Instant now) {
        return stepUp && !proof.isFresh(now) ? Lack.CONFIRMATION : Lack.NOTHING;
    }
}
