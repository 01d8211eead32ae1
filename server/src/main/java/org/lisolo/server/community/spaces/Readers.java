package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Service;

import java.util.Optional;

/** Who may read what in the community. Thread-safe. */
@Service
public class Readers {
    private final SpaceStore store;
    private final BlockStore blocks;
    private final Badges badges;

    Readers(SpaceStore store, BlockStore blocks, Badges badges) {
        this.store = store;
        this.blocks = blocks;
        this.badges = badges;
    }

    /** The person behind a request; null for a stranger. */
    public Reader of(@Nullable SignedIn who) {
        return who == null ? Reader.STRANGER : of(who, who.account());
    }

    private Reader of(SignedIn who, AccountId account) {
        boolean professional = badges.of(account).isPresent();
        return new Reader(
                Optional.of(who),
                professional,
                store.inside(account, professional),
                store.standings(account),
                blocks.apart(account));
    }
}
