package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Whole;
import org.lisolo.server.community.contributions.Wholes;
import org.lisolo.server.community.moderation.Decisions.Grounds;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What waits for a moderator before anybody sees it. What was let through is written under the same
 * id; what was refused is kept for as long as it may be appealed. Thread-safe.
 */
@Service
class HeldWords {
    /** How long a refusal may be appealed. */
    static final Duration KEPT = Duration.ofDays(30);

    private final HeldStore store;
    private final Contributions contributions;
    private final Decisions decisions;
    private final Moderators moderators;
    private final Wholes wholes;
    private final AuditTrail trail;
    private final Clock clock;

    HeldWords(
            HeldStore store,
            Contributions contributions,
            Decisions decisions,
            Moderators moderators,
            Wholes wholes,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.contributions = contributions;
        this.decisions = decisions;
        this.moderators = moderators;
        this.wholes = wholes;
        this.trail = trail;
        this.clock = clock;
    }

    List<Held> waiting(Reader reader) {
        return store.waiting(moderators.spacesOf(reader.who().orElseThrow()), 100);
    }

    /** One's own that wait. */
    List<Held> of(AccountId author) {
        return store.of(author);
    }

    /** For whoever moderates its space. */
    Held find(ContributionId id, Reader reader) {
        Held held = store.find(id).orElseThrow(Decisions::unknown);
        moderators.mine(reader, held.space());
        trail.about("contributions", id);
        return held;
    }

    Optional<Held> find(ContributionId id) {
        return store.find(id);
    }

    /**
     * Publishes it.
     *
     * @param version that the moderator read
     */
    @Transactional
    void let(ContributionId id, Reader reader, int version) {
        Space space = moderators.mine(reader, mine(id, reader).space());
        Held held = asRead(id, version);
        store.remove(id);
        publish(space, held);
        decisions.about(
                held,
                Decision.Kind.LET,
                new Grounds(Reason.OTHER, "–", reader.account().orElseThrow(), Optional.empty()));
    }

    /**
     * Keeps it from being shown.
     *
     * @param version that the moderator read
     */
    @Transactional
    void refuse(ContributionId id, Reader reader, int version, Reason reason, String words) {
        mine(id, reader);
        Held held = asRead(id, version);
        var grounds = new Grounds(reason, words, reader.account().orElseThrow(), Optional.empty());
        store.refuse(id, clock.instant());
        decisions.about(held, Decision.Kind.REFUSE, grounds);
    }

    /** Nobody changes it or decides on it until the end of the transaction. */
    private Held asRead(ContributionId id, int version) {
        Held held =
                store.lock(id)
                        .filter(one -> one.refused().isEmpty())
                        .orElseThrow(() -> Problem.conflict("moderation.problem.decided"));
        if (held.version() != version) {
            throw Problem.conflict("moderation.problem.newer");
        }
        return held;
    }

    private Held mine(ContributionId id, Reader reader) {
        Held held = find(id, reader);
        if (contributions.isOwn(reader, held.draft())) {
            throw Problem.forbidden("moderation.problem.own");
        }
        return held;
    }

    /**
     * After an appeal: what was refused is written after all, where it is still kept, and where its
     * author has not said it otherwise since.
     */
    void letAfterAll(ContributionId id, Space space) {
        Held held = store.find(id).orElseThrow(Decisions::unknown);
        store.remove(id);
        if (!isOvertaken(space, held)) {
            publish(space, held);
        }
    }

    /** Whether its author has changed since what it would change. */
    boolean isOvertaken(Space space, Held held) {
        return contributions.changedSince(space, held.draft(), held.at());
    }

    private void publish(Space space, Held held) {
        Duration waited = Duration.between(held.at(), clock.instant());
        contributions.letThrough(space, held.draft().after(waited));
    }

    /** What was decided on: as it stands, or else as it waits. */
    Whole whole(Decision decision) {
        Optional<ContributionId> about = decision.contribution();
        return about.flatMap(contributions::find)
                .map(wholes::of)
                .or(() -> about.flatMap(store::find).map(Held::whole))
                .orElse(Whole.NOTHING);
    }

    @Scheduled(initialDelay = 11, fixedRate = 60, timeUnit = TimeUnit.MINUTES)
    void removeOld() {
        store.removeRefusedBefore(clock.instant().minus(KEPT));
    }
}
