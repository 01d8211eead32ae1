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
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Gate;
import org.lisolo.server.publishing.gate.Saying;
import org.lisolo.server.publishing.gate.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands posts to the outbox, through the gate. */
@Service
class Publication {
    private static final Logger log = LoggerFactory.getLogger(Publication.class);

    private final PostStore store;
    private final StepStore steps;
    private final PostDrafts drafts;
    private final PostPictures pictures;
    private final Gate gate;
    private final Outbox outbox;
    private final PostCampaigns campaigns;
    private final Clock clock;

    Publication(
            PostStore store,
            StepStore steps,
            PostDrafts drafts,
            PostPictures pictures,
            Gate gate,
            Outbox outbox,
            PostCampaigns campaigns,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.drafts = drafts;
        this.pictures = pictures;
        this.gate = gate;
        this.outbox = outbox;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * Within the caller's transaction, which holds the post.
     *
     * @param by nobody where its time has come
     */
    void publish(Post post, @Nullable AccountId by) {
        List<Target> targets = drafts.targets(post);
        if (targets.isEmpty() || PostDrafts.isAnyClosed(post, targets)) {
            throw Problem.conflict("posts.problem.nowhere");
        }
        Set<ChannelId> standing = standing(post.id());
        // all of it passes the gate before any of it is in the outbox
        List<Cleared> cleared = cleared(post, targets, standing);
        pictures.handOver(post);
        cleared.forEach(outbox::send);
        targets.forEach(target -> standing.remove(target.channel()));
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

    /** It is created where it does not stand yet, and edited where it does. */
    private List<Cleared> cleared(Post post, List<Target> targets, Set<ChannelId> standing) {
        Draft draft = drafts.of(post);
        Set<String> overruled = Posts.overruled(post, steps.of(post.id()));
        List<Cleared> cleared =
                targets.stream()
                        .map(
                                target ->
                                        gate.clear(
                                                draft,
                                                post.id().value(),
                                                standing.contains(target.channel())
                                                        ? EventKind.EDITED
                                                        : EventKind.CREATED,
                                                target,
                                                overruled,
                                                post.content().considered()))
                        .toList();
        targets.forEach(target -> campaigns.shorten(post, target.channel(), leads(draft, target)));
        return cleared;
    }

    /** Where the short links lead with which it leaves there. */
    private static Map<String, String> leads(Draft draft, Target target) {
        return target.tags().shortened(Saying.before(draft, target));
    }

    /** The same, cleared anew, for what did not leave. */
    void sendAgain(Post post, Fate dead) {
        Target target =
                drafts.targets(post).stream()
                        .filter(one -> one.channel().equals(dead.channel()))
                        .findFirst()
                        .orElseThrow(() -> Problem.conflict("posts.problem.nowhere"));
        Set<ChannelId> standing =
                dead.kind() == EventKind.EDITED ? Set.of(dead.channel()) : Set.of();
        Cleared cleared = cleared(post, List.of(target), standing).getFirst();
        pictures.handOver(post);
        outbox.sendAgain(post.organisation(), dead.parcel(), cleared);
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

    /** Hands it over to the outbox, within a transaction that holds it. */
    void sayDue(Post post) {
        try {
            publish(post, null);
        } catch (Problem problem) {
            // the gate stops before anything of it is in the outbox
            log.warn("post {} was held at its time: {}", post.id(), problem.code());
            store.approve(post.id(), clock.instant());
            step(post, Step.Kind.HELD, null);
        }
    }

    private void step(Post post, Step.Kind kind, @Nullable AccountId by) {
        steps.add(post.id(), new Step(post.version(), kind, by, null, null, "", clock.instant()));
    }
}
