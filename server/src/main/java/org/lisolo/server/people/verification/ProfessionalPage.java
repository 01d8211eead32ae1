package org.lisolo.server.people.verification;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.ProfessionalOrder;
import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One's own verification: what stands, what is asked, and the form to ask.
 *
 * @param open the request that waits for a decision, if there is one; then no other can be made
 * @param past what was decided before, newest first, each with the reason told
 * @param verifiers whom one may ask, by id
 * @param orders those that can be named
 */
public record ProfessionalPage(
        Optional<Badge> badge,
        @Nullable Verification open,
        List<Past> past,
        ClaimForm form,
        Map<String, String> verifiers,
        List<ProfessionalOrder> orders,
        List<Problem> problems) {
    public ProfessionalPage {
        past = List.copyOf(past);
        problems = List.copyOf(problems);
    }

    /** An earlier request with its last step. */
    public record Past(Verification verification, VerificationStep last) {}
}
