package org.lisolo.server.message;

import org.springframework.stereotype.Component;

/** What was to leave of a message that is forgotten leaves no more, and its words are gone. */
@Component
class OutboxForgets implements Forgets {
    private final OutboxStore store;

    OutboxForgets(OutboxStore store) {
        this.store = store;
    }

    @Override
    public void forget(Erasure erasure) {
        store.forget(store.postsOf(erasure.messages()));
    }
}
