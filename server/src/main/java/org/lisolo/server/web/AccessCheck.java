package org.lisolo.server.web;

import static java.util.stream.Collectors.groupingBy;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.server.PathContainer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the line of the access table that a path is held against. */
public final class AccessCheck {
    /** By the paths without a placeholder, which win over those with one. */
    private static final Map<String, List<AccessRule>> EXACT =
            AccessTable.rules().stream()
                    .filter(rule -> !rule.isPattern())
                    .collect(groupingBy(rule -> rule.pattern().getPatternString()));

    private static final List<AccessRule> PATTERNS =
            AccessTable.rules().stream().filter(AccessRule::isPattern).toList();

    private AccessCheck() {}

    static Optional<AccessRule> find(String method, String path) {
        return covering(path).filter(rule -> rule.isCalledBy(method)).findFirst();
    }

    /** Whether any method of this path is listed; what isn't does not exist for the caller. */
    static boolean knows(String path) {
        return covering(path).findAny().isPresent();
    }

    private static Stream<AccessRule> covering(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        boolean plain = path.indexOf('%') < 0 && path.indexOf(';') < 0;
        Stream<AccessRule> exact =
                plain
                        ? EXACT.getOrDefault(path, List.of()).stream()
                        : EXACT.values().stream().flatMap(List::stream).filter(covers(parsed));
        return Stream.concat(exact, PATTERNS.stream().filter(covers(parsed)));
    }

    private static Predicate<AccessRule> covers(PathContainer path) {
        return rule -> rule.covers(path);
    }

    /**
     * Whether a page is of the work side for this reader: it asks for an action, or it is that of
     * the own account of somebody who works for an organisation.
     */
    static boolean isAtWork(String path, @Nullable SignedIn who) {
        return covering(path)
                .findFirst()
                .map(
                        rule ->
                                switch (rule.access()) {
                                    case AccessRule.Access.Everyone _ -> false;
                                    case AccessRule.Access.Members _ ->
                                            who != null && !who.isMember();
                                    case AccessRule.Access.Doing _, AccessRule.Access.Token _ ->
                                            true;
                                })
                .orElse(false);
    }

    /** Whether a link to this page may be shown to this person. */
    public static boolean mayOpen(String path, @Nullable SignedIn who) {
        return find("GET", path).filter(rule -> rule.allows(who)).isPresent();
    }
}
