package org.lisolo.server.publishing.posts;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * When what is not said yet is to be said: its words stay as they are, and so does who agreed to
 * them.
 */
@Service
class Plans {
    private static final List<PostState> MOVABLE =
            List.of(PostState.DRAFT, PostState.ASKED, PostState.APPROVED);

    private final PostStore store;
    private final SlotStore planned;
    private final Slots slots;
    private final StepStore steps;
    private final AuditTrail trail;
    private final Clock clock;

    Plans(
            PostStore store,
            SlotStore planned,
            Slots slots,
            StepStore steps,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.planned = planned;
        this.slots = slots;
        this.steps = steps;
        this.trail = trail;
        this.clock = clock;
    }

    /** Where a post stood, and where it stands now. */
    record Moved(Optional<Instant> from, Instant to, Nearness nearness) {}

    static boolean isMovable(Post post) {
        return MOVABLE.contains(post.state());
    }

    /**
     * Plans it for then.
     *
     * @throws Problem if that has passed, or it was said meanwhile
     */
    @Transactional
    Moved move(SignedIn who, PostId id, Instant to) {
        Post post = locked(who, id);
        if (!to.isAfter(clock.instant())) {
            throw Problem.invalid("posts.problem.past").atField("day");
        }
        Nearness nearness = nearness(post, to);
        put(who, post, to);
        return new Moved(post.wanted(), to, nearness);
    }

    /** It has no time again; what is approved would leave at once, so it keeps one. */
    @Transactional
    void unplan(SignedIn who, PostId id) {
        Post post = locked(who, id);
        if (post.state() == PostState.APPROVED) {
            throw Problem.conflict("posts.problem.moved");
        }
        store.want(id, Optional.empty());
        step(who, post);
    }

    /**
     * Plans it for the next slot that nobody has taken.
     *
     * @throws Problem if there is none
     */
    @Transactional
    Moved toNextSlot(SignedIn who, PostId id) {
        planned.hold(who.organisation());
        Instant free =
                slots.nextFree(who.organisation(), who.zone(), clock.instant())
                        .orElseThrow(() -> Problem.conflict("calendar.problem.noslot"));
        return move(who, id, free);
    }

    /**
     * It and the one before it, or after it, change places.
     *
     * @throws Problem if there is none
     */
    @Transactional
    Moved swap(SignedIn who, PostId id, boolean earlier) {
        Post seen = own(who, id);
        Instant at = seen.wanted().orElseThrow(() -> Problem.conflict("posts.problem.moved"));
        UUID other =
                planned.neighbour(seen, at, earlier, clock.instant())
                        .orElseThrow(() -> Problem.conflict("calendar.problem.alone"));
        Stream.of(id.value(), other)
                .sorted()
                .forEach(one -> store.lock(who.organisation(), new PostId(one)));
        Post post = locked(who, id);
        Post neighbour = locked(who, new PostId(other));
        Instant mine = post.wanted().orElseThrow();
        Instant theirs = neighbour.wanted().orElseThrow();
        if (mine.isBefore(clock.instant()) || theirs.isBefore(clock.instant())) {
            throw Problem.conflict("posts.problem.moved");
        }
        put(who, neighbour, mine);
        put(who, post, theirs);
        return new Moved(Optional.of(mine), theirs, nearness(post, theirs));
    }

    private Post own(SignedIn who, PostId id) {
        return store.find(who.organisation(), id)
                .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
    }

    private Post locked(SignedIn who, PostId id) {
        Post post =
                store.lock(who.organisation(), id)
                        .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
        if (!isMovable(post)) {
            throw Problem.conflict("posts.problem.moved");
        }
        return post;
    }

    private void put(SignedIn who, Post post, Instant to) {
        store.want(post.id(), Optional.of(to));
        if (post.state() == PostState.APPROVED) {
            store.approve(post.id(), clock.instant());
        }
        step(who, post);
    }

    private void step(SignedIn who, Post post) {
        steps.add(
                post.id(),
                new Step(
                        post.version(),
                        Step.Kind.MOVED,
                        who.account(),
                        null,
                        null,
                        "",
                        clock.instant()));
        trail.about("posts", post.id());
    }

    /** How near others would be to it. */
    private Nearness nearness(Post post, Instant at) {
        Duration around = Nearness.CLOSE_BY;
        return Nearness.of(
                post,
                at,
                store.between(
                        post.organisation(),
                        at.minus(around),
                        at.plus(around),
                        CalendarController.MOST));
    }
}
