package org.lisolo.server.community.notices;

import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

/** The number in the head of the pages. Most often there is none, which one look-up tells. */
@Component
class WaitingNotices implements Waiting {
    private final Notices notices;
    private final Readers readers;

    WaitingNotices(Notices notices, Readers readers) {
        this.notices = notices;
        this.readers = readers;
    }

    @Override
    public String path() {
        return "/me/notices";
    }

    @Override
    public long count(SignedIn who) {
        return notices.mayBeUnseen(who.account()) ? notices.unseen(readers.of(who)) : 0;
    }
}
