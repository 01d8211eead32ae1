package org.lisolo.server.people.members;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * Where the six digits are typed.
 *
 * @param shownHere whether the letter is read on a page of this machine
 */
public record CodePage(String ticket, boolean shownHere, List<Problem> problems) {
    public CodePage {
        problems = List.copyOf(problems);
    }
}
