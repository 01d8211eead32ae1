package org.lisolo.server.people;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which roles an action is open to, and the classes of texts it shows to each.
 *
 * @param sees a role that is not in it may not; one with no class may, and sees no texts
 * @param secondFactor whether a password alone is not enough for it
 * @param stepUp whether whoever does it must have shown again, lately, who they are
 * @param scripts whether a personal token may do it too
 */
record Grants(
        Map<Role, Set<VisibilityClass>> sees,
        boolean secondFactor,
        boolean stepUp,
        boolean scripts) {
    Grants {
        sees = Map.copyOf(sees);
    }

    static Grants to(Role... roles) {
        var open = new EnumMap<Role, Set<VisibilityClass>>(Role.class);
        for (Role role : roles) {
            open.put(role, Set.of());
        }
        return new Grants(open, false, false, false);
    }

    static Grants toEveryRole() {
        return to(Role.values());
    }

    /** All roles named so far are shown texts of these classes. */
    Grants seeing(VisibilityClass... classes) {
        var open = new EnumMap<Role, Set<VisibilityClass>>(Role.class);
        sees.keySet().forEach(role -> open.put(role, Set.of(classes)));
        return new Grants(open, secondFactor, stepUp, scripts);
    }

    /** These may too, and are shown other classes. */
    Grants and(Grants others) {
        var open = new EnumMap<Role, Set<VisibilityClass>>(Role.class);
        open.putAll(sees);
        open.putAll(others.sees);
        return new Grants(
                open,
                secondFactor || others.secondFactor,
                stepUp || others.stepUp,
                scripts || others.scripts);
    }

    Grants withSecondFactor() {
        return new Grants(sees, true, stepUp, scripts);
    }

    Grants withStepUp() {
        return new Grants(sees, secondFactor, true, scripts);
    }

    /** Also by a personal token, to look and never to change. */
    Grants forScripts() {
        return new Grants(sees, secondFactor, stepUp, true);
    }

    boolean areFor(Collection<Role> roles) {
        return roles.stream().anyMatch(sees::containsKey);
    }

    Set<VisibilityClass> seenBy(Collection<Role> roles) {
        var seen = EnumSet.noneOf(VisibilityClass.class);
        roles.forEach(role -> seen.addAll(sees.getOrDefault(role, Set.of())));
        return seen;
    }
}
