package org.lisolo.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code monitoring.case_step}: what happened to a case. An audit record is bound to it.
 *
 * @param caseFile of the case
 * @param kind the name of the step
 * @param by who did it; none, if it happened by itself
 * @param person to whom the case was given
 * @param outcome how it ended
 * @param note the staff's own words
 */
public record CaseStepContent(
        UUID caseFile,
        String kind,
        @Nullable UUID by,
        Instant at,
        @Nullable UUID person,
        @Nullable String outcome,
        @Nullable String note) {
    private static final String SCHEMA = "lisolo.org/case-step/v1";

    /** What an audit record is bound to. */
    public Hash commitment(byte[] salt) {
        return Commitment.of(
                salt,
                new CanonicalBytes(SCHEMA)
                        .instant("at", at)
                        .uuid("by", by)
                        .uuid("case", caseFile)
                        .text("kind", kind)
                        .text("note", note)
                        .text("outcome", outcome)
                        .uuid("person", person)
                        .toBytes());
    }
}
