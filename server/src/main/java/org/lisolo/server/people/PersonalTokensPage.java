package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Set;

/**
 * One's tokens and the form for another.
 *
 * @param offered what a token of this person can be for
 * @param made the token just made, shown this once; empty otherwise
 */
public record PersonalTokensPage(
        List<PersonalToken> tokens,
        List<Action> offered,
        String made,
        String name,
        Set<Action> scopes,
        String days,
        List<Problem> problems) {
    public PersonalTokensPage {
        tokens = List.copyOf(tokens);
        offered = List.copyOf(offered);
        scopes = Set.copyOf(scopes);
        problems = List.copyOf(problems);
    }
}
