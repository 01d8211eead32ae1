package org.lisolo.server.people;

import org.lisolo.server.people.letters.Letters;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The people of an organisation.
 *
 * @param letters whether mail can leave, which whoever runs the place must know
 * @param link of the invitation just made, shown this once; empty otherwise
 */
public record PeoplePage(
        List<Person> people, List<Invited> invited, String link, Letters.Standing letters) {
    public PeoplePage {
        people = List.copyOf(people);
        invited = List.copyOf(invited);
    }

    /** Someone with access. */
    public record Person(String path, String name, String email, Set<Role> roles) {}

    /** Someone whose link is not used yet. */
    public record Invited(
            String withdraw, String name, String email, Set<Role> roles, Instant until) {}
}
