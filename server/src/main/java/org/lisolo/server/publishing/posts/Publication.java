package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.gate.Gate;
import org.lisolo.server.publishing.gate.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Hands posts to the outbox, through the gate: at once, or when their time has come. */
@Service
class Publication {
    private static final Logger log = LoggerFactory.getLogger(Publication.class);
    private static final int AT_ONCE = 200;

    private final PostStore store;
    private final StepStore steps;
    private final PostDrafts drafts;
    private final Sites sites;
    private final Gate gate;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publication(
            PostStore store,
            StepStore steps,
            PostDrafts drafts,
            Sites sites,
            Gate gate,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.drafts = drafts;
        this.sites = sites;
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
        List<Target> targets = drafts.targets(post.organisation());
        if (targets.isEmpty()) {
            throw Problem.conflict("posts.problem.nowhere");
        }
        EventKind kind = post.published().isEmpty() ? EventKind.CREATED : EventKind.EDITED;
        for (Target target : targets) {
            outbox.send(
                    gate.clear(
                            drafts.of(post),
                            post.id().value(),
                            kind,
                            target,
                            Posts.overruled(post, steps.of(post.id())),
                            post.content().considered()));
        }
        store.publish(post, clock.instant());
        step(post, Step.Kind.SENT, by);
    }

    /** The same, cleared anew, for what did not leave. */
    void sendAgain(Post post, UUID parcel, EventKind kind) {
        for (Target target : drafts.targets(post.organisation())) {
            outbox.sendAgain(
                    post.organisation(),
                    parcel,
                    gate.clear(
                            drafts.of(post),
                            post.id().value(),
                            kind,
                            target,
                            Posts.overruled(post, steps.of(post.id())),
                            post.content().considered()));
        }
    }

    void takeDown(Post post, AccountId by) {
        List<Channel> channels = sites.find(post.organisation()).stream().toList();
        for (Channel channel : channels) {
            outbox.send(gate.clearRemoval(post.organisation(), post.id().value(), channel.id()));
        }
        store.takeDown(post.id(), clock.instant());
        step(post, Step.Kind.TAKEN_DOWN, by);
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
