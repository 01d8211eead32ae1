package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Cleared;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Fate;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.gate.Gate;
import org.lisolo.server.publishing.gate.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Hands posts to the outbox, through the gate: at once, or when their time has come. */
@Service
class Publication {
    private static final Logger log = LoggerFactory.getLogger(Publication.class);
    private static final int AT_ONCE = 200;

    private final PostStore store;
    private final StepStore steps;
    private final PostDrafts drafts;
    private final PostPictures pictures;
    private final Gate gate;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publication(
            PostStore store,
            StepStore steps,
            PostDrafts drafts,
            PostPictures pictures,
            Gate gate,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.drafts = drafts;
        this.pictures = pictures;
        this.gate = gate;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Within the caller's transaction, which holds the post.
     *
     * @param by nobody where its time has come
     */
    void publish(Post post, @Nullable AccountId by) {
        List<Target> targets = drafts.targets(post);
        if (targets.isEmpty() || drafts.isAnyClosed(post)) {
            throw Problem.conflict("posts.problem.nowhere");
        }
        Set<ChannelId> standing = standing(post.id());
        pictures.handOver(post);
        for (Target target : targets) {
            boolean there = standing.remove(target.channel());
            outbox.send(clear(post, there ? EventKind.EDITED : EventKind.CREATED, target));
        }
        standing.forEach(channel -> remove(post, channel));
        store.publish(post, clock.instant());
        step(post, Step.Kind.SENT, by);
    }

    /** Channels on which it stands, or will once what waits has left. */
    private Set<ChannelId> standing(PostId post) {
        Set<ChannelId> standing = new LinkedHashSet<>();
        for (Fate fate :
                outbox.fates(List.of(post.value())).getOrDefault(post.value(), List.of())) {
            if (fate.state() == Fate.State.DROPPED) {
                continue;
            }
            switch (fate.kind()) {
                case CREATED, EDITED -> standing.add(fate.channel());
                case DELETED -> standing.remove(fate.channel());
            }
        }
        return standing;
    }

    private Cleared clear(Post post, EventKind kind, Target target) {
        return gate.clear(
                drafts.of(post),
                post.id().value(),
                kind,
                target,
                Posts.overruled(post, steps.of(post.id())),
                post.content().considered());
    }

    /** The same, cleared anew, for what did not leave. */
    void sendAgain(Post post, Fate dead) {
        Target target =
                drafts.targets(post).stream()
                        .filter(one -> one.channel().equals(dead.channel()))
                        .findFirst()
                        .orElseThrow(() -> Problem.conflict("posts.problem.nowhere"));
        pictures.handOver(post);
        outbox.sendAgain(post.organisation(), dead.parcel(), clear(post, dead.kind(), target));
    }

    /**
     * It goes from every channel on which it stands.
     *
     * @param by nobody where a release of it ended
     */
    void takeDown(Post post, @Nullable AccountId by) {
        standing(post.id()).forEach(channel -> remove(post, channel));
        store.takeDown(post.id(), clock.instant());
        step(post, Step.Kind.TAKEN_DOWN, by);
    }

    private void remove(Post post, ChannelId channel) {
        outbox.send(gate.clearRemoval(post.organisation(), post.id().value(), channel));
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sayWhatIsDue() {
        List<Post> due = store.due(clock.instant(), AT_ONCE);
        for (Post post : due) {
            transaction.executeWithoutResult(_ -> sayDue(post));
        }
    }

    private void sayDue(Post seen) {
        Post post = store.lock(seen.organisation(), seen.id()).orElseThrow();
        boolean stillDue =
                post.state() == PostState.APPROVED
                        && !post.isLate()
                        && post.wanted().filter(at -> !at.isAfter(clock.instant())).isPresent();
        if (!stillDue) {
            return;
        }
        try {
            publish(post, null);
        } catch (Problem problem) {
            // what was sent in this transaction is nothing: the gate stopped before the outbox
            log.warn("post {} was held at its time: {}", post.id(), problem.code());
            store.approve(post.id(), clock.instant());
            step(post, Step.Kind.HELD, null);
        }
    }

    private void step(Post post, Step.Kind kind, @Nullable AccountId by) {
        steps.add(post.id(), new Step(post.version(), kind, by, null, null, "", clock.instant()));
    }
}
