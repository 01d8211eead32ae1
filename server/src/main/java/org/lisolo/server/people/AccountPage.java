package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;

/** One's own account. */
public record AccountPage(String email, List<Problem> problems) {
    public AccountPage {
        problems = List.copyOf(problems);
    }
}
