package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * The form to sign in.
 *
 * @param next the page that was asked for
 * @param email as typed before
 * @param passkey what the browser needs to use one, as JSON
 */
public record SignInPage(String next, String email, String passkey, List<Problem> problems) {
    public SignInPage {
        problems = List.copyOf(problems);
    }
}
