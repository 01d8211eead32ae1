package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * The form behind a one-time link.
 *
 * @param link its token
 * @param first whether it makes the first administrator, who also names the organisation
 * @param joining whether the reader is signed in with the account that is invited
 * @param organisation its name, as typed or as it stands
 */
public record WelcomePage(
        String link,
        boolean first,
        boolean joining,
        String organisation,
        String kind,
        String zone,
        String name,
        String email,
        List<Problem> problems) {
    public WelcomePage {
        problems = List.copyOf(problems);
    }
}
