package org.lisolo.server.community.peers;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

/** How many worries wait: a moderator sees it wherever they begin. */
@Component
class WaitingWorries implements Waiting {
    private final Worries worries;

    WaitingWorries(Worries worries) {
        this.worries = worries;
    }

    @Override
    public String path() {
        return "/moderation/worries";
    }

    @Override
    public long count(SignedIn who) {
        return worries.count(who);
    }
}
