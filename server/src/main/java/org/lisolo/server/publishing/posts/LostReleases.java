package org.lisolo.server.publishing.posts;

import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.posts.UsedReleaseStore.Lost;
import org.lisolo.server.publishing.posts.UsedReleaseStore.Use;
import org.lisolo.server.releases.Release.Standing;
import org.lisolo.server.releases.ReleaseEnded;
import org.lisolo.server.releases.ReleaseId;
import org.lisolo.server.releases.Releases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What rests on a release that ended goes from every network; what was about to be said is stopped.
 * It happens as the withdrawal commits; and every few seconds all is held against the releases
 * anew, so that time ends them too and nothing is missed by a node that fell. A withdrawal never
 * fails because this does.
 */
@Service
class LostReleases {
    private static final Logger log = LoggerFactory.getLogger(LostReleases.class);

    private final UsedReleaseStore used;
    private final Releases releases;
    private final PostStore posts;
    private final StepStore steps;
    private final Publication publication;
    private final AuditTrail trail;
    private final TransactionTemplate apart;
    private final Clock clock;

    LostReleases(
            UsedReleaseStore used,
            Releases releases,
            PostStore posts,
            StepStore steps,
            Publication publication,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.used = used;
        this.releases = releases;
        this.posts = posts;
        this.steps = steps;
        this.publication = publication;
        this.trail = trail;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void ended(ReleaseEnded event) {
        sweep();
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        List<Use> uses = used.inUse();
        if (uses.isEmpty()) {
            return;
        }
        Map<ReleaseId, Standing> standings =
                releases.standings(uses.stream().map(Use::release).distinct().toList());
        for (Use use : uses) {
            if (isLost(use, Optional.ofNullable(standings.get(use.release())))) {
                lose(use);
            }
        }
    }

    /** What nobody has signed yet stops a draft by itself; what was refused never let any leave. */
    private static boolean isLost(Use use, Optional<Standing> standing) {
        return switch (standing.orElse(Standing.CANCELLED)) {
            case WAITING, STANDING -> false;
            case OVER, WITHDRAWN -> true;
            case REFUSED, CANCELLED -> !use.seen();
        };
    }

    private void lose(Use use) {
        try {
            apart.executeWithoutResult(_ -> act(use));
        } catch (RuntimeException e) {
            log.error("post {} could not be taken down; it is tried again", use.post(), e);
        }
    }

    private void act(Use use) {
        Post post = posts.lock(use.organisation(), use.post()).orElseThrow();
        boolean seen =
                post.published()
                        .map(now -> used.of(post.id(), now.version()).contains(use.release()))
                        .orElse(false);
        boolean coming =
                (post.state() == PostState.ASKED || post.state() == PostState.APPROVED)
                        && used.of(post.id(), post.version()).contains(use.release());
        if (!seen && !coming) {
            return; // another node was quicker
        }
        used.lose(use, clock.instant());
        steps.add(
                post.id(),
                new Step(
                        post.version(),
                        Step.Kind.RELEASE_ENDED,
                        null,
                        null,
                        null,
                        "",
                        clock.instant()));
        if (seen) {
            publication.takeDown(post, null);
        } else {
            posts.open(post, post.writer(), clock.instant());
            used.unlink(post.id(), post.version() + 1, use.release());
        }
        AuditDraft record = trail.change("RELEASE_ENDED", post.organisation().value());
        trail.write(record.about("posts", post.id()).about("releases", use.release()));
    }

    List<Lost> of(PostId post) {
        return used.lost(post);
    }

    /** Somebody knows. */
    void see(SignedIn who, PostId post) {
        used.see(post, who.account(), clock.instant());
    }
}
