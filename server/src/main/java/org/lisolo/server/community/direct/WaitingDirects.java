package org.lisolo.server.community.direct;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

/** How many private messages were not read: nobody looks for them on a page where none were. */
@Component
class WaitingDirects implements Waiting {
    private final DirectStore store;

    WaitingDirects(DirectStore store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/me/direct";
    }

    @Override
    public long count(SignedIn who) {
        return store.unread(who.account());
    }
}
