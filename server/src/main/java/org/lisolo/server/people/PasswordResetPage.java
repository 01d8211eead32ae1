package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * A forgotten password, step by step.
 *
 * @param contact as typed
 * @param link the token of the letter, once it was followed
 */
public record PasswordResetPage(Step step, String contact, String link, List<Problem> problems) {
    /** Which page it is. */
    public enum Step {
        ASK,
        SENT,
        CHOOSE
    }

    public PasswordResetPage {
        problems = List.copyOf(problems);
    }
}
