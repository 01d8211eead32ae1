package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.AccountId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All reports about one contribution, until somebody decides. */
public record ReportFile(
        UUID id,
        ContributionId contribution,
        SpaceId space,
        Instant opened,
        Optional<AccountId> claimed,
        Optional<Instant> decided,
        int reports) {
    public String path() {
        return "/moderation/reports/" + id;
    }

    public boolean isOpen() {
        return decided.isEmpty();
    }

    /** What one person reported, with what was written to and fro about it since. */
    public record Report(
            UUID id,
            UUID file,
            ContributionId contribution,
            AccountId reporter,
            Reason reason,
            String words,
            Instant at,
            List<Reply> replies) {
        public String path() {
            return ownPath(id);
        }
    }

    /** One's own report in a list. */
    public record OwnRow(UUID id, Reason reason, String words, Instant at, String state) {
        public String path() {
            return ownPath(id);
        }
    }

    private static String ownPath(UUID report) {
        return "/me/reports/" + report;
    }

    /** The key of the words that say how far it is. */
    static String state(boolean claimed, Optional<Decision.Kind> outcome) {
        return outcome.map(kind -> "moderation.kind." + kind.key())
                .orElse(claimed ? "moderation.state.claimed" : "moderation.state.open");
    }

    /**
     * A line between moderators and somebody who reported.
     *
     * @param own whether the reporter wrote it
     */
    public record Reply(boolean own, String words, Instant at) {}
}
