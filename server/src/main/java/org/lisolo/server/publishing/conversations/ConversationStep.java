package org.lisolo.server.publishing.conversations;

import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.publishing.PostId;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened in a conversation beside its messages.
 *
 * @param by who did it; nobody where it happened by itself
 * @param person to whom it was given
 * @param post the reply that it is about
 * @param note the staff's own words; may be empty
 */
public record ConversationStep(
        Kind kind,
        Optional<AccountId> by,
        Instant at,
        Optional<AccountId> person,
        Optional<TeamId> team,
        Optional<PostId> post,
        Optional<CaseId> caseFile,
        String note) {
    /** The names are stored. */
    public enum Kind {
        TAKEN,
        GIVEN,
        GIVEN_TO_TEAM,
        RELEASED,
        NOTED,
        WAITS,
        REPLIED,
        /** What the organisation said came in from the network. */
        ANSWERED,
        ANSWERED_ELSEWHERE,
        CLOSED,
        NOT_OURS,
        REOPENED,
        CASE_MADE,
        /** They took away all that waited for an answer. */
        TAKEN_AWAY,
        ERASED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ConversationStep happened(Kind kind, Instant at) {
        return new ConversationStep(
                kind,
                Optional.empty(),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    static ConversationStep done(Kind kind, AccountId by, Instant at) {
        return new ConversationStep(
                kind,
                Optional.of(by),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    ConversationStep to(AccountId account) {
        return new ConversationStep(kind, by, at, Optional.of(account), team, post, caseFile, note);
    }

    ConversationStep to(TeamId other) {
        return new ConversationStep(kind, by, at, person, Optional.of(other), post, caseFile, note);
    }

    ConversationStep of(PostId reply) {
        return new ConversationStep(kind, by, at, person, team, Optional.of(reply), caseFile, note);
    }

    ConversationStep of(CaseId made) {
        return new ConversationStep(kind, by, at, person, team, post, Optional.of(made), note);
    }

    ConversationStep noting(String words) {
        return new ConversationStep(kind, by, at, person, team, post, caseFile, words.strip());
    }
}
