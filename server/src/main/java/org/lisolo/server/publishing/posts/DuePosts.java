package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Outage;
import org.lisolo.server.publishing.PostId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Hands over what is due, until nothing is: organisation by organisation a few in one transaction,
 * so that whoever has much due holds nobody up. Other nodes take other organisations meanwhile; of
 * one organisation the posts go in the order of their times.
 */
@Component
class DuePosts {
    private static final Logger log = LoggerFactory.getLogger(DuePosts.class);
    private static final int AT_ONCE = 50;

    private final DueStore store;
    private final Publication publication;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DuePosts(
            DueStore store, Publication publication, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.publication = publication;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void handOver() {
        Set<PostId> failed = new HashSet<>();
        int taken;
        do {
            Instant now = clock.instant();
            taken = 0;
            for (OrganisationId organisation : store.organisations(now)) {
                taken += some(organisation, now, failed);
            }
        } while (taken > 0);
    }

    /**
     * A few of an organisation's.
     *
     * @param failed what cannot be handed over holds up no other, and is tried in the next round
     * @return how many were tried
     */
    private int some(OrganisationId organisation, Instant now, Set<PostId> failed) {
        List<PostId> taken = new ArrayList<>();
        try {
            take(organisation, now, failed, AT_ONCE, taken);
        } catch (RuntimeException e) {
            rethrowOutage(e);
            for (int i = 0; i < taken.size(); i++) {
                one(organisation, now, failed);
            }
        }
        return taken.size();
    }

    private void one(OrganisationId organisation, Instant now, Set<PostId> failed) {
        List<PostId> taken = new ArrayList<>();
        try {
            take(organisation, now, failed, 1, taken);
        } catch (RuntimeException e) {
            rethrowOutage(e);
            log.error("posts {} could not be handed over", taken, e);
            failed.addAll(taken);
        }
    }

    private static void rethrowOutage(RuntimeException e) {
        if (Outage.is(e)) {
            throw e;
        }
    }

    /** In one transaction; {@code taken} tells which they were even if it fails. */
    private void take(
            OrganisationId organisation,
            Instant now,
            Set<PostId> failed,
            int most,
            List<PostId> taken) {
        transaction.executeWithoutResult(
                _ -> {
                    if (!store.hold(organisation)) {
                        return;
                    }
                    List<Post> due = store.take(organisation, now, failed, most);
                    due.forEach(post -> taken.add(post.id()));
                    due.forEach(publication::sayDue);
                });
    }
}
