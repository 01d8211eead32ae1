package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.SpaceId;
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

    /** Somebody who is not there, as of this moment. */
    public Reader of(AccountId account) {
        boolean professional = badges.of(account).isPresent();
        return new Reader(
                Optional.empty(),
                professional,
                store.inside(account, professional),
                store.standings(account),
                blocks.apart(account));
    }

    /** Whether somebody may read the closed part of a space at this moment. */
    public boolean isInside(AccountId account, SpaceId space) {
        return store.inside(account, badges.of(account).isPresent()).contains(space);
    }
}
