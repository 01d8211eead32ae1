package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.PlannedTimes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What becomes of planned posts when their organisation reads another clock. */
@Component
class PlannedPosts implements PlannedTimes {
    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final PostStore store;
    private final StepStore steps;
    private final Clock clock;

    PlannedPosts(PostStore store, StepStore steps, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.clock = clock;
    }

    private List<Post> planned(OrganisationId organisation) {
        return store.between(organisation, clock.instant(), FOREVER, Integer.MAX_VALUE).stream()
                .filter(Plans::isMovable)
                .toList();
    }

    @Override
    public int coming(OrganisationId organisation) {
        return planned(organisation).size();
    }

    @Override
    @Transactional
    public int keepHours(OrganisationId organisation, ZoneId before, ZoneId after) {
        int moved = 0;
        for (Post seen : planned(organisation)) {
            Optional<Post> post =
                    store.lock(organisation, seen.id())
                            .filter(Plans::isMovable)
                            .filter(one -> one.wanted().equals(seen.wanted()));
            if (post.isPresent() && move(post.get(), before, after)) {
                moved++;
            }
        }
        return moved;
    }

    /** What would have to be said already stays as it is. */
    private boolean move(Post post, ZoneId before, ZoneId after) {
        Instant to = new WallClock(after).asShownIn(before, post.wanted().orElseThrow());
        if (!to.isAfter(clock.instant())) {
            return false;
        }
        store.want(post.id(), Optional.of(to));
        steps.add(
                post.id(),
                new Step(post.version(), Step.Kind.MOVED, null, null, null, "", clock.instant()));
        return true;
    }
}
