package org.lisolo.server.people.verification;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * One request, for who decides.
 *
 * @param documents their names; each is at the path with its number, counted from 1
 * @param reason as typed before
 */
public record ReviewPage(
        Verification verification,
        List<String> documents,
        List<Step> steps,
        String reason,
        List<Problem> problems) {
    public ReviewPage {
        documents = List.copyOf(documents);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /** With the name of who took it; empty for what the calendar did. */
    public record Step(VerificationStep step, String by) {}
}
