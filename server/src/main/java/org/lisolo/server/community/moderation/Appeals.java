package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a decision concerns asks once for it to be made anew, and never the same moderator makes it.
 * Thread-safe.
 */
@Service
class Appeals {
    private final AppealStore store;
    private final Decisions decisions;
    private final Contributions contributions;
    private final HeldWords held;
    private final Moderators moderators;
    private final Spaces spaces;
    private final AuditTrail trail;
    private final Clock clock;

    Appeals(
            AppealStore store,
            Decisions decisions,
            Contributions contributions,
            HeldWords held,
            Moderators moderators,
            Spaces spaces,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.contributions = contributions;
        this.held = held;
        this.moderators = moderators;
        this.spaces = spaces;
        this.trail = trail;
        this.clock = clock;
    }

    Optional<Appeal> of(Decision decision) {
        return store.find(decision.id());
    }

    boolean mayAppeal(Decision decision) {
        return decision.kind().isAppealable()
                && !decision.isUndone()
                && clock.instant().isBefore(decision.at().plus(HeldWords.KEPT))
                && store.find(decision.id()).isEmpty();
    }

    /** What kept back something that the reader wrote, under their name or an alias. */
    Decision own(ContributionId about, Reader reader) {
        return decisions
                .keptBack(about)
                .filter(_ -> isOwn(about, reader))
                .orElseThrow(Decisions::unknown);
    }

    private boolean isOwn(ContributionId about, Reader reader) {
        return contributions
                .find(about)
                .map(one -> contributions.isOwn(reader, one))
                .or(() -> held.find(about).map(one -> contributions.isOwn(reader, one.draft())))
                .orElse(false);
    }

    /** Whom it concerns asks, which the caller has seen to. */
    @Transactional
    void ask(Decision one, String words) {
        String said = Decisions.clean(words, "words");
        if (!mayAppeal(one) || !store.add(one, said, clock.instant())) {
            throw Problem.conflict("moderation.problem.appealed");
        }
    }

    /** Those that this person may decide. */
    List<Appeal> waiting(Reader reader) {
        SignedIn who = reader.who().orElseThrow();
        return store.open(
                moderators.spacesOf(who), Moderators.operates(reader), who.account(), 100);
    }

    /** For whoever may decide it. */
    Appeal find(UUID decision, Reader reader) {
        Appeal appeal = store.find(decision).orElseThrow(Decisions::unknown);
        moderators.ofAppeal(reader, appeal.space());
        Decision one = decisions.find(decision);
        AccountId account = reader.account().orElseThrow();
        if (one.by().equals(account)
                || one.person().equals(Optional.of(account))
                || one.contribution().filter(about -> isOwn(about, reader)).isPresent()) {
            throw Problem.forbidden("moderation.problem.another");
        }
        trail.about("decisions", decision);
        return appeal;
    }

    /**
     * Decides it for good.
     *
     * @param uphold whether the decision stays; else all is as it was before
     */
    @Transactional
    void decide(UUID decision, Reader reader, boolean uphold, String answer) {
        Appeal appeal = find(decision, reader);
        Space space = moderators.ofAppeal(reader, appeal.space());
        String said = Decisions.clean(answer, "words");
        AccountId by = reader.account().orElseThrow();
        if (!store.decide(decision, by, uphold, said, clock.instant())) {
            throw Problem.conflict("moderation.problem.decided");
        }
        Decision one = decisions.find(decision);
        if (!uphold) {
            decisions.undo(one);
            restore(one, space);
        }
        decisions.tell(one, Told.Kind.APPEAL_DECIDED);
    }

    private void restore(Decision one, Space space) {
        switch (one.kind()) {
            case HIDE -> contributions.show(written(one));
            case REFUSE -> held.letAfterAll(one.contribution().orElseThrow(), space);
            case EXCLUDE -> spaces.forgive(space.id(), one.person().orElseThrow());
            case WARN, PAUSE, LEAVE, LET -> {
                // what was taken back counts no more
            }
        }
    }

    private Contribution written(Decision one) {
        ContributionId id = one.contribution().orElseThrow();
        return contributions.find(id).orElseThrow(Decisions::unknown);
    }
}
