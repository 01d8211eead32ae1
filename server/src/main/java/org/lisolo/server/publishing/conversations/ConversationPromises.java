package org.lisolo.server.publishing.conversations;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.posts.ApprovalOrder;
import org.lisolo.server.publishing.posts.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What organisations promise those who write to them. */
@Service
public class ConversationPromises {
    private final ConversationSettingStore store;
    private final ConversationStore conversations;
    private final Channels channels;
    private final Replies replies;
    private final Clock clock;

    ConversationPromises(
            ConversationSettingStore store,
            ConversationStore conversations,
            Channels channels,
            Replies replies,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.channels = channels;
        this.replies = replies;
        this.clock = clock;
    }

    ConversationSettings of(OrganisationId organisation) {
        return store.of(organisation);
    }

    Set<ChannelId> unheard(OrganisationId organisation) {
        return store.unheard(channels.all(organisation).stream().map(Channel::id).toList());
    }

    /** Who has to agree to answers, as the form has it. */
    Map<String, String> typedOrder(OrganisationId organisation) {
        ApprovalOrder order = replies.order(organisation);
        return Map.of(
                "ordinary", at(order.ordinary(), 0),
                "raised1", at(order.raised(), 0),
                "raised2", at(order.raised(), 1));
    }

    private static String at(List<Role> roles, int place) {
        return place < roles.size() ? roles.get(place).name() : "";
    }

    int voices(OrganisationId organisation) {
        return store.voices(organisation);
    }

    /** From now on this account on a network counts as the organisation's own. */
    public void isOurs(OrganisationId organisation, ChannelId channel, String author) {
        store.addVoice(organisation, channel, Voice.of(channel, author));
    }

    /** Promises anew, and leaves the rest as it is. */
    @Transactional
    public void keep(SignedIn who, ConversationSettings now) {
        keep(who, now, replies.order(who.organisation()), unheard(who.organisation()), false);
    }

    /**
     * Promises anew, also to those who wait already.
     *
     * @param forget whether accounts said to be the organisation's own count as others' again
     */
    @Transactional
    public void keep(
            SignedIn who,
            ConversationSettings now,
            ApprovalOrder order,
            Set<ChannelId> unheard,
            boolean forget) {
        replies.keepOrder(who, order);
        store.keep(who.organisation(), now, who.account(), clock.instant());
        store.keepUnheard(who.organisation(), unheard);
        if (forget) {
            store.forgetVoices(who.organisation());
        }
        for (Conversation waiting : conversations.lockUnderWay(who.organisation())) {
            waiting.asked()
                    .map(asked -> now.promise().due(asked, who.zone()))
                    .ifPresent(due -> conversations.update(Turns.due(waiting, due)));
        }
    }
}
