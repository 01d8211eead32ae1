package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * Asks someone who is signed in to show again who they are.
 *
 * @param next the page that wants it
 * @param carried the form that goes on afterwards
 * @param byCode whether a code will do as well as the password
 * @param passkey what the browser needs to use one, as JSON; empty for whoever has none
 * @param onScreen the code itself, for sample people only; empty otherwise
 */
public record ConfirmPage(
        String next,
        CarriedForm carried,
        boolean byCode,
        String onScreen,
        String passkey,
        List<Problem> problems) {
    public ConfirmPage {
        problems = List.copyOf(problems);
    }
}
