package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Set;

/** The form to invite a colleague. */
public record InvitePage(String name, String email, Set<Role> roles, List<Problem> problems) {
    public InvitePage {
        roles = Set.copyOf(roles);
        problems = List.copyOf(problems);
    }
}
