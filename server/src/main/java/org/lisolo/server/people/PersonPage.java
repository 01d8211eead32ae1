package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Set;

/**
 * One colleague, for whoever looks after the roles.
 *
 * @param path of this page
 * @param teams the names of those they are in
 */
public record PersonPage(
        String path,
        String name,
        String email,
        Set<Role> roles,
        List<String> teams,
        List<Problem> problems) {
    public PersonPage {
        roles = Set.copyOf(roles);
        problems = List.copyOf(problems);
    }
}
