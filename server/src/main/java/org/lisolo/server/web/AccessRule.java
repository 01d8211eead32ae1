package org.lisolo.server.web;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.Set;

/** One line of the access table: who may call this route. */
record AccessRule(HttpMethod method, PathPattern pattern, Access access) {
    /** Who may. */
    sealed interface Access {
        /** Anybody, signed in or not. */
        record Everyone() implements Access {}

        /** Whoever has signed in, whatever their roles. */
        record Members() implements Access {}

        /** Whoever has at least one of these roles in the organisation they act for. */
        record Roles(Set<Role> roles) implements Access {}

        /** A program with a token; which channel it speaks for is the token's. */
        record Token() implements Access {}
    }

    static AccessRule get(String pattern, Access access) {
        return of(HttpMethod.GET, pattern, access);
    }

    static AccessRule post(String pattern, Access access) {
        return of(HttpMethod.POST, pattern, access);
    }

    static Access everyone() {
        return new Access.Everyone();
    }

    static Access members() {
        return new Access.Members();
    }

    static Access roles(Role... any) {
        return new Access.Roles(Set.of(any));
    }

    /** Whoever has a role in the organisation they act for, whichever. */
    static Access staff() {
        return roles(Role.values());
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
            case Access.Roles(Set<Role> roles) ->
                    who != null && who.roles().stream().anyMatch(roles::contains);
            case Access.Token _ -> false;
        };
    }
}
