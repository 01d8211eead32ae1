package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Enters what moderators decide, does it, and tells whom it concerns; each is also a record of the
 * audit trail. Thread-safe.
 */
@Service
class Decisions {
    static final int LONGEST = 2_000;

    private final DecisionStore store;
    private final Spaces spaces;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Decisions(
            DecisionStore store,
            Spaces spaces,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.spaces = spaces;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a decision says beside what it is.
     *
     * @param words to whom it concerns
     */
    record Grounds(Reason reason, String words, AccountId by, Optional<UUID> file) {
        Grounds {
            words = clean(words, "words");
        }
    }

    /** Words that must be there and not too long. */
    static String clean(String typed, String field) {
        String words = typed.strip();
        if (words.isEmpty()) {
            throw Problem.invalid("moderation.problem.words").atField(field);
        }
        if (words.length() > LONGEST) {
            throw Problem.invalid("moderation.problem.long", LONGEST).atField(field);
        }
        return words;
    }

    /** About a contribution. */
    Decision about(Contribution one, Decision.Kind kind, Grounds grounds) {
        return enter(
                kind, one.space(), Optional.of(one.id()), one.author(), Optional.empty(), grounds);
    }

    /** About words that were not shown yet. */
    Decision about(Held held, Decision.Kind kind, Grounds grounds) {
        return enter(
                kind,
                held.space(),
                Optional.of(held.draft().id()),
                held.draft().account(),
                Optional.empty(),
                grounds);
    }

    /**
     * A measure upon the author of a contribution.
     *
     * @param time of a pause
     */
    Decision measure(Contribution one, Decision.Kind kind, Duration time, Grounds grounds) {
        AccountId person =
                one.author()
                        .orElseThrow(
                                () ->
                                        Problem.invalid("moderation.problem.alias")
                                                .atField("measure"));
        if (kind == Decision.Kind.EXCLUDE) {
            spaces.stand(one.space(), person, Standing.EXCLUDED);
        }
        return enter(
                kind,
                one.space(),
                Optional.of(one.id()),
                Optional.of(person),
                kind == Decision.Kind.PAUSE
                        ? Optional.of(clock.instant().plus(time))
                        : Optional.empty(),
                grounds);
    }

    private Decision enter(
            Decision.Kind kind,
            SpaceId space,
            Optional<ContributionId> contribution,
            Optional<AccountId> person,
            Optional<Instant> until,
            Grounds grounds) {
        var made =
                new Decision(
                        ids.next(),
                        space,
                        kind,
                        grounds.reason(),
                        grounds.file(),
                        contribution,
                        person,
                        grounds.words(),
                        grounds.by(),
                        clock.instant(),
                        until,
                        Optional.empty());
        store.add(made);
        record("MODERATION_" + kind.name(), made);
        if (kind != Decision.Kind.LEAVE) {
            tell(made, Told.Kind.DECIDED);
        }
        return made;
    }

    /** Takes it back: what was hidden and who was excluded are for the caller to see to. */
    void undo(Decision one) {
        store.undo(one.id(), clock.instant());
        record("MODERATION_UNDONE", one);
    }

    void tell(Decision one, Told.Kind what) {
        one.person().ifPresent(person -> events.publishEvent(new Told(person, what, one.id())));
    }

    private void record(String action, Decision one) {
        var draft =
                trail.change(action, OrganisationId.NONE.value())
                        .about("decisions", one.id())
                        .about("spaces", one.space());
        one.contribution().ifPresent(id -> draft.about("contributions", id));
        one.person().ifPresent(person -> draft.about("people", person));
        trail.write(draft);
    }

    Decision find(UUID id) {
        return store.find(id).orElseThrow(Decisions::unknown);
    }

    /** One that concerns this person. */
    Decision own(UUID id, AccountId person) {
        return store.find(id)
                .filter(one -> one.person().equals(Optional.of(person)))
                .orElseThrow(Decisions::unknown);
    }

    /** What hid it, or kept it from being shown, last. */
    Optional<Decision> keptBack(ContributionId contribution) {
        return store.keptBack(contribution);
    }

    List<Decision> ofFile(UUID file) {
        return store.ofFile(file);
    }

    List<Decision> about(AccountId person) {
        return store.about(person, 50);
    }

    static Problem unknown() {
        return Problem.notFound("moderation.problem.unknown");
    }
}
