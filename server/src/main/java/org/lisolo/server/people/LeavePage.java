package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Map;

/**
 * Before somebody's access to an organisation ends.
 *
 * @param oneself whether it is the reader who leaves
 * @param action where the form is sent
 * @param back the page to go back to
 * @param things how many of each kind go to a colleague, by the key of their words
 * @param successors by account, the first being nobody
 */
public record LeavePage(
        boolean oneself,
        String name,
        String organisation,
        String action,
        String back,
        Map<String, Long> things,
        boolean lastAdministrator,
        Map<String, String> successors,
        List<Problem> problems) {
    public LeavePage {
        things = Map.copyOf(things);
        problems = List.copyOf(problems);
    }
}
