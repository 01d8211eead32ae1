package org.lisolo.server.people.verification;

import java.util.List;

/**
 * The requests that were put to an organisation.
 *
 * @param verifies whether the organisation is named as a verifier
 * @param page counted from 0
 */
public record ReviewsPage(
        boolean verifies, Show show, List<Verification> requests, int page, boolean more) {
    public ReviewsPage {
        requests = List.copyOf(requests);
    }

    /** Which of them. */
    public enum Show {
        OPEN,
        STANDING,
        ENDED
    }

    public String address(Show other, int number) {
        return "/work/verifications?show=" + other + (number > 0 ? "&page=" + number : "");
    }
}
