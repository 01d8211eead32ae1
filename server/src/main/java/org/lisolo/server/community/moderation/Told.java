package org.lisolo.server.community.moderation;

import org.lisolo.server.people.AccountId;

import java.util.UUID;

/**
 * Something of moderation happened that this person is to hear of.
 *
 * @param to an account
 * @param id of the report, decision or whatever the kind says
 */
public record Told(AccountId to, Kind kind, UUID id) {
    /** What happened. */
    public enum Kind {
        /** A report of theirs was decided upon. */
        REPORT_DECIDED,
        /** The moderators wrote to them about a report. */
        REPORT_ANSWERED,
        /** Something was decided about what they wrote, or about them. */
        DECIDED,
        APPEAL_DECIDED
    }

    /** The page that tells it. */
    public String path() {
        return switch (kind) {
            case REPORT_DECIDED, REPORT_ANSWERED -> "/me/reports/" + id;
            case DECIDED, APPEAL_DECIDED -> "/me/decisions/" + id;
        };
    }
}
