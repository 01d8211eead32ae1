package org.lisolo.server.monitoring.cases;

import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.PersonOrTeam;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Team;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The steps that people take on a case. Each names the version that its reader saw; when somebody
 * has been quicker, nothing is changed and the answer says who and what.
 */
@Service
@Transactional
public class CaseSteps {
    /** Longer than any note that somebody will read. */
    static final int LONGEST_NOTE = 5_000;

    private final CaseStore store;
    private final CaseStepStore history;
    private final Teams teams;
    private final Clock clock;

    CaseSteps(CaseStore store, CaseStepStore history, Teams teams, Clock clock) {
        this.store = store;
        this.history = history;
        this.teams = teams;
        this.clock = clock;
    }

    public Followed take(SignedIn who, CaseId id, int version) {
        return step(
                who,
                id,
                version,
                open -> {
                    CaseStep step =
                            CaseStep.done(CaseStep.Kind.TAKEN, who.account(), clock.instant());
                    return keep(open.heldBy(by(who.account(), open)), step);
                });
    }

    /** To a colleague, or a team with one, who works on cases; which is the caller's to know. */
    public Followed assign(SignedIn who, CaseId id, int version, PersonOrTeam to) {
        if (to instanceof PersonOrTeam.Person(AccountId person) && person.equals(who.account())) {
            return take(who, id, version);
        }
        if (to instanceof PersonOrTeam.OfTeam(TeamId team)) {
            teams.keep(who.organisation(), team);
        }
        return step(who, id, version, open -> give(open, to, who.account()));
    }

    /** Within the caller's transaction, who has made sure that it may be given so. */
    Followed give(Case open, PersonOrTeam to, AccountId by) {
        Held held =
                switch (to) {
                    case PersonOrTeam.Person(AccountId person) -> by(person, open);
                    case PersonOrTeam.OfTeam _ -> Held.by(to);
                };
        return keep(open.heldBy(held), CaseStep.given(to, by, clock.instant()));
    }

    /** It stays the team's while one of its members has it. */
    private Held by(AccountId person, Case open) {
        return new Held(
                Optional.of(person),
                open.team().filter(team -> teams.has(open.organisation(), team, person)));
    }

    public Followed release(SignedIn who, CaseId id, int version) {
        return step(
                who,
                id,
                version,
                open -> {
                    CaseStep step =
                            CaseStep.done(CaseStep.Kind.RELEASED, who.account(), clock.instant());
                    return keep(open.heldBy(open.held().released()), step);
                });
    }

    /**
     * A note changes nothing that others decide by, so it needs no version and never comes late.
     */
    public void note(SignedIn who, CaseId id, String words) {
        Case noted = lock(who, id);
        CaseStep step =
                CaseStep.done(CaseStep.Kind.NOTED, who.account(), clock.instant())
                        .noting(checked(words));
        if (step.note().isEmpty()) {
            throw Problem.invalid("monitoring.case.note.missing").atField("note");
        }
        history.add(Map.of(noted.id(), step));
    }

    /**
     * Ends the case, unless alerts came in that its reader has not seen.
     *
     * @param alertsSeen how many alerts the case had when its reader decided
     */
    public Followed close(
            SignedIn who, CaseId id, int version, int alertsSeen, Outcome outcome, String words) {
        String note = checked(words);
        return step(
                who,
                id,
                version,
                open -> {
                    if (open.alerts() > alertsSeen) {
                        return new Followed.MoreAlerts(open, open.alerts() - alertsSeen);
                    }
                    Instant now = clock.instant();
                    CaseStep step =
                            CaseStep.done(CaseStep.Kind.CLOSED, who.account(), now)
                                    .ended(outcome)
                                    .noting(note);
                    return keep(open.closed(outcome, now), step);
                });
    }

    public Followed reopen(SignedIn who, CaseId id, int version) {
        Case file = lock(who, id);
        if (file.isOpen() || file.version() != version) {
            return overtaken(file);
        }
        Optional<Case> other = store.openOn(file.organisation(), file.conversation());
        if (other.isPresent()) {
            return new Followed.OpenElsewhere(file, other.get());
        }
        return keep(
                file.reopened(),
                CaseStep.done(CaseStep.Kind.REOPENED, who.account(), clock.instant()));
    }

    private Followed step(
            SignedIn who, CaseId id, int version, Function<Case, Followed> onOpenCase) {
        Case file = lock(who, id);
        if (!file.isOpen() || file.version() != version) {
            return overtaken(file);
        }
        return onOpenCase.apply(file);
    }

    private Followed keep(Case changed, CaseStep step) {
        store.update(changed);
        history.add(Map.of(changed.id(), step));
        return new Followed.Done(changed);
    }

    private Followed overtaken(Case file) {
        List<CaseStep> byPeople =
                history.of(file.id()).stream().filter(s -> s.by().isPresent()).toList();
        CaseStep last =
                byPeople.isEmpty()
                        ? CaseStep.happened(CaseStep.Kind.OPENED, file.openedAt())
                        : byPeople.getLast();
        return new Followed.Overtaken(file, last);
    }

    private Case lock(SignedIn who, CaseId id) {
        if (!mayWork(who)) {
            throw Problem.forbidden("monitoring.case.forbidden");
        }
        return store.lock(who.organisation(), id)
                .orElseThrow(() -> Problem.notFound("monitoring.case.unknown"));
    }

    private static String checked(String words) {
        if (words.length() > LONGEST_NOTE) {
            throw Problem.invalid("monitoring.case.note.long", LONGEST_NOTE).atField("note");
        }
        return words.replace("\0", "");
    }

    /** Whoever only reads does not. */
    public static boolean mayWork(SignedIn who) {
        return who.may(Action.WORK_ON_CASES);
    }

    static boolean works(Colleague colleague) {
        return colleague.may(Action.WORK_ON_CASES);
    }

    /** Whether one of these is in it. */
    static boolean works(Team team, List<Colleague> working) {
        return working.stream().anyMatch(one -> team.has(one.account()));
    }
}
