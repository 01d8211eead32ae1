package org.lisolo.server.people.members;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * The form to join, or with {@code signIn} the one to sign in with a code.
 *
 * @param phones whether a phone number is of use
 */
public record SignUpPage(
        boolean signIn, String pseudonym, String contact, boolean phones, List<Problem> problems) {
    public SignUpPage {
        problems = List.copyOf(problems);
    }
}
