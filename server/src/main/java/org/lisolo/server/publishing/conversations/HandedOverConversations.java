package org.lisolo.server.publishing.conversations;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.HandsOver;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;

/** The conversations of someone who leaves. */
@Component
class HandedOverConversations implements HandsOver {
    private final ConversationStore store;
    private final ConversationStepStore steps;
    private final Clock clock;

    HandedOverConversations(ConversationStore store, ConversationStepStore steps, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public String words() {
        return "conversations.leave.things";
    }

    @Override
    public long count(AccountId owner, OrganisationId organisation) {
        return store.countAssigned(organisation, owner);
    }

    @Override
    public boolean suits(Colleague successor) {
        return successor.may(Action.ANSWER_CONVERSATIONS);
    }

    @Override
    public void handOver(AccountId from, AccountId to, OrganisationId organisation, AccountId by) {
        for (Conversation one : store.lockAssigned(organisation, from)) {
            store.update(Turns.stepped(Turns.given(one, Optional.of(to), Optional.empty())));
            steps.add(
                    one.id(),
                    ConversationStep.done(ConversationStep.Kind.GIVEN, by, clock.instant()).to(to));
        }
    }
}
