package org.lisolo.server.people;

import org.lisolo.server.people.letters.Letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people of an organisation.
 *
 * @param teams by id, all the organisation's; empty where it has none
 * @param team the one whose members are shown; empty for everybody
 * @param letters whether mail can leave, which whoever runs the place must know
 * @param link of the invitation just made, shown this once; empty otherwise
 */
public record PeoplePage(
        List<Person> people,
        Map<String, String> teams,
        String team,
        List<Invited> invited,
        String link,
        Letters.Standing letters) {
    public PeoplePage {
        people = List.copyOf(people);
        invited = List.copyOf(invited);
    }

    /** Someone with access, and the names of their teams. */
    public record Person(
            String path, String name, String email, Set<Role> roles, List<String> teams) {}

    /** Someone whose link is not used yet. */
    public record Invited(
            String withdraw, String name, String email, Set<Role> roles, Instant until) {}
}
