package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.TeamId;

import java.time.Instant;
import java.util.Optional;

/** A conversation after something happened. */
final class Turns {
    private Turns() {}

    /** Something was said. */
    static Conversation heard(Conversation c, Instant said, String language, boolean stillPublic) {
        return new Conversation(
                c.id(),
                c.organisation(),
                c.channel(),
                c.top(),
                c.root(),
                stillPublic ? c.visibility() : Visibility.ORGANISATION,
                c.state(),
                c.assignee(),
                c.team(),
                language,
                c.began(),
                said.isAfter(c.last()) ? said : c.last(),
                c.asked(),
                c.due(),
                c.version() + 1);
    }

    /** They wait for an answer. */
    static Conversation asked(Conversation c, Instant since, Instant due) {
        return with(c, ConversationState.OPEN, Optional.of(since), Optional.of(due));
    }

    /** In another state; where the promise does not run, nothing is due. */
    static Conversation in(Conversation c, ConversationState state) {
        return state.isUnderWay()
                ? with(c, state, c.asked(), c.due())
                : with(c, state, Optional.empty(), Optional.empty());
    }

    /** Promised until another time. */
    static Conversation due(Conversation c, Instant due) {
        return with(c, c.state(), c.asked(), Optional.of(due));
    }

    private static Conversation with(
            Conversation c,
            ConversationState state,
            Optional<Instant> asked,
            Optional<Instant> due) {
        return new Conversation(
                c.id(),
                c.organisation(),
                c.channel(),
                c.top(),
                c.root(),
                c.visibility(),
                state,
                c.assignee(),
                c.team(),
                c.language(),
                c.began(),
                c.last(),
                asked,
                due,
                c.version());
    }

    /** Given to somebody, to a team, or to nobody. */
    static Conversation given(Conversation c, Optional<AccountId> account, Optional<TeamId> team) {
        return new Conversation(
                c.id(),
                c.organisation(),
                c.channel(),
                c.top(),
                c.root(),
                c.visibility(),
                c.state(),
                account,
                team,
                c.language(),
                c.began(),
                c.last(),
                c.asked(),
                c.due(),
                c.version());
    }

    /** A step was taken. */
    static Conversation stepped(Conversation c) {
        return new Conversation(
                c.id(),
                c.organisation(),
                c.channel(),
                c.top(),
                c.root(),
                c.visibility(),
                c.state(),
                c.assignee(),
                c.team(),
                c.language(),
                c.began(),
                c.last(),
                c.asked(),
                c.due(),
                c.version() + 1);
    }
}
