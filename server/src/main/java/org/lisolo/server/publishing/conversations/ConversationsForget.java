package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.publishing.ConversationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;

/**
 * Of whoever is erased no trace stays: not by what digest they were known, nor in what language
 * they wrote, nor what staff noted of it. The conversation stays as ids, closed.
 */
@Component
class ConversationsForget implements Forgets {
    private final ConversationStore store;
    private final ConversationStepStore steps;
    private final Clock clock;

    ConversationsForget(ConversationStore store, ConversationStepStore steps, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Erasure erasure) {
        List<ConversationId> concerned = store.forget(erasure.messages());
        if (concerned.isEmpty()) {
            return;
        }
        steps.forget(concerned);
        erasure.messages().forEach(store::gone);
        for (Conversation one : store.lock(concerned)) {
            ConversationStep step =
                    ConversationStep.happened(ConversationStep.Kind.ERASED, clock.instant());
            steps.add(one.id(), step);
            boolean waits = one.asked().filter(at -> store.waits(one.id(), at)).isPresent();
            if (one.state().isUnderWay() && !waits) {
                store.update(Turns.in(one, ConversationState.CLOSED));
            }
        }
    }
}
