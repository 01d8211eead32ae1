package org.lisolo.server.community.follows;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What people follow. Nobody is told who follows them. Thread-safe. */
@Service
public class Follows {
    static final int AT_MOST = 10_000;

    private final FollowStore store;
    private final Clock clock;

    Follows(FollowStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Nothing happens if they follow it already.
     *
     * @param source that they may see
     */
    public void follow(AccountId who, Source source) {
        if (!hasRoom(who)) {
            throw Problem.conflict("following.problem.many", AT_MOST);
        }
        store.add(who, source, clock.instant());
    }

    /**
     * With a space that they come into, of which they expect to read. Who follows as much as one
     * can comes in all the same.
     */
    public void followJoined(AccountId who, SpaceId space) {
        if (hasRoom(who)) {
            store.add(who, Source.of(space), clock.instant());
        }
    }

    private boolean hasRoom(AccountId who) {
        return store.count(who) < AT_MOST;
    }

    public void unfollow(AccountId who, Source source) {
        store.remove(who, source);
    }

    /** Whether they follow it; a stranger follows nothing. */
    public boolean follows(Optional<AccountId> who, Source source) {
        return who.map(one -> store.has(one, source)).orElse(false);
    }

    public long count(AccountId who) {
        return store.count(who);
    }

    /** The last followed first. */
    public List<Source> of(AccountId who, int from, int most) {
        return store.of(who, from, most);
    }
}
