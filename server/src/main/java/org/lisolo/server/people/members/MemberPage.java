package org.lisolo.server.people.members;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * What a member has told of themselves, to be changed; {@code email} and {@code phone} are empty
 * where there is none.
 */
public record MemberPage(
        String pseudonym,
        String email,
        String phone,
        String language,
        boolean hasPassword,
        String contact,
        boolean phones,
        List<Problem> problems) {
    public MemberPage {
        problems = List.copyOf(problems);
    }
}
