package org.lisolo.server.people.teams;

import org.lisolo.server.people.Colleague;
import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Set;

/**
 * One team to make or change.
 *
 * @param action where the form is sent: for a team that stands, its own page
 * @param colleagues who can be in it, by name
 * @param members the accounts of those who are, as ticked
 */
public record TeamPage(
        String action,
        boolean isNew,
        String name,
        List<Colleague> colleagues,
        Set<String> members,
        List<Problem> problems) {
    public TeamPage {
        colleagues = List.copyOf(colleagues);
        members = Set.copyOf(members);
        problems = List.copyOf(problems);
    }
}
