package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * The form for the second factor.
 *
 * @param onScreen the code itself, for sample people only; empty otherwise
 */
public record SecondStepPage(String onScreen, List<Problem> problems) {
    public SecondStepPage {
        problems = List.copyOf(problems);
    }
}
