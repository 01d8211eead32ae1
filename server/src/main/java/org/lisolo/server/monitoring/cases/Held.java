package org.lisolo.server.monitoring.cases;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.PersonOrTeam;
import org.lisolo.server.people.TeamId;

import java.util.Optional;

/**
 * Who has a case.
 *
 * @param person who follows it up
 * @param team to which it was given: until a member takes it, and again when they give it back
 */
public record Held(Optional<AccountId> person, Optional<TeamId> team) {
    public static final Held NOBODY = new Held(Optional.empty(), Optional.empty());

    static Held by(PersonOrTeam holder) {
        return switch (holder) {
            case PersonOrTeam.Person(AccountId person) ->
                    new Held(Optional.of(person), Optional.empty());
            case PersonOrTeam.OfTeam(TeamId team) -> new Held(Optional.empty(), Optional.of(team));
        };
    }

    /** Given back: to the team, where a person has it for one; else by the team. */
    Held released() {
        return person.isPresent() ? new Held(Optional.empty(), team) : NOBODY;
    }
}
