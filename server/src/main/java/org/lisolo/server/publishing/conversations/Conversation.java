package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.publishing.ConversationId;

import java.time.Instant;
import java.util.Optional;

/**
 * What the public and an organisation say to each other about one thing. It holds no words.
 *
 * @param top the topmost message that is not the organisation's own
 * @param root the first message of the whole thread; none where one author holds it together
 * @param language of their newest words; empty where nobody knows
 * @param asked since when an answer is waited for
 * @param due until when it is promised
 * @param version grows with each message and each step
 */
public record Conversation(
        ConversationId id,
        OrganisationId organisation,
        ChannelId channel,
        MessageId top,
        Optional<MessageId> root,
        Visibility visibility,
        ConversationState state,
        Optional<AccountId> assignee,
        Optional<TeamId> team,
        String language,
        Instant began,
        Instant last,
        Optional<Instant> asked,
        Optional<Instant> due,
        int version) {
    public String path() {
        return Conversations.PATH + "/" + id;
    }

    public boolean isLate(Instant now) {
        return state.isUnderWay() && due.filter(at -> at.isBefore(now)).isPresent();
    }

    public boolean isOf(AccountId account) {
        return assignee.filter(account::equals).isPresent();
    }
}
