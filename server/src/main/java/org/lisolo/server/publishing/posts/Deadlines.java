package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Addressees;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.publishing.posts.DeadlineStore.Overdue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Steps of approval have a deadline where the organisation has named a reserve: when it has passed,
 * the reserve may agree too, sees it on “Today”, and is told by a letter that says nothing of what
 * the post says. Whoever was to agree still may.
 */
@Component
class Deadlines {
    private final DeadlineStore store;
    private final PostStore posts;
    private final Accounts accounts;
    private final Addressees addressees;
    private final Letters letters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deadlines(
            DeadlineStore store,
            PostStore posts,
            Accounts accounts,
            Addressees addressees,
            Letters letters,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.posts = posts;
        this.accounts = accounts;
        this.addressees = addressees;
        this.letters = letters;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<Reserve> reserve(OrganisationId organisation) {
        return store.reserve(organisation);
    }

    /** Somebody is asked, or the next one is. */
    void begin(Post post) {
        store.reserve(post.organisation())
                .ifPresentOrElse(
                        reserve ->
                                store.begin(
                                        post.id(),
                                        post.version(),
                                        reserve.due(clock.instant(), post.wanted())),
                        () -> store.end(post.id()));
    }

    /** By when its step is to be done. */
    Optional<Instant> of(Post post) {
        return post.state() == PostState.ASKED ? store.of(post) : Optional.empty();
    }

    /** In which role they may agree in another's place now; empty if they may not. */
    Optional<Role> standsIn(SignedIn who, Post post) {
        return of(post).filter(due -> !due.isAfter(clock.instant()))
                .flatMap(_ -> store.reserve(post.organisation()))
                .flatMap(reserve -> reserve.of(who))
                .filter(_ -> who.may(Action.APPROVE_POSTS));
    }

    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void tellWhatIsOverdue() {
        transaction.executeWithoutResult(
                _ -> store.takeUntold(clock.instant()).forEach(this::tell));
    }

    private void tell(Overdue overdue) {
        Optional<Reserve> reserve = store.reserve(overdue.organisation());
        Optional<Post> post = posts.find(overdue.organisation(), overdue.post());
        if (reserve.isEmpty() || post.isEmpty()) {
            return;
        }
        for (Colleague one : accounts.colleagues(overdue.organisation())) {
            boolean stepsIn =
                    one.may(Action.APPROVE_POSTS)
                            && reserve.get().of(one.account(), one.roles()).isPresent()
                            && !one.account().equals(post.get().writer());
            if (stepsIn) {
                tell(one);
            }
        }
    }

    private void tell(Colleague one) {
        addressees
                .of(one.account())
                .ifPresent(
                        to ->
                                letters.send(
                                        new Letter(
                                                to.contact(),
                                                to.language(),
                                                "approval.letter.reserve",
                                                List.of(),
                                                Letter.OF_NEWS)));
    }
}
