package org.lisolo.server.web;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** One line of the access table: who may call this route. */
record AccessRule(HttpMethod method, PathPattern pattern, Access access) {
    /** Who may. */
    sealed interface Access {
        /** Anybody, signed in or not. */
        record Everyone() implements Access {}

        /** Whoever has signed in, whatever their roles. */
        record Members() implements Access {}

        /** Whoever has a role, where they act for now, to which this action is open. */
        record Doing(Action action) implements Access {}

        /** A program with a token; which channel it speaks for is the token's. */
        record Token() implements Access {}
    }

    static AccessRule get(String pattern, Access access) {
        return of(HttpMethod.GET, pattern, access);
    }

    static AccessRule get(String pattern, Action action) {
        return of(HttpMethod.GET, pattern, new Access.Doing(action));
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
        return new Access.Members();
    }

    static Access token() {
        return new Access.Token();
    }

    private static AccessRule of(HttpMethod method, String pattern, Access access) {
        return new AccessRule(method, PathPatternParser.defaultInstance.parse(pattern), access);
    }

    boolean covers(PathContainer path) {
        return pattern.matches(path);
    }

    boolean covers(String method, PathContainer path) {
        boolean same =
                this.method.name().equals(method)
                        || (this.method.equals(HttpMethod.GET) && method.equals("HEAD"));
        return same && covers(path);
    }

    boolean allows(@Nullable SignedIn who) {
        return switch (access) {
            case Access.Everyone _ -> true;
            case Access.Members _ -> who != null;
            case Access.Doing(Action action) -> who != null && who.may(action);
            case Access.Token _ -> false;
        };
    }
}
