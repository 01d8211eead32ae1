package org.lisolo.server.community.goals;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.goals.GoalPages.Form;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** What members propose to themselves; nobody else reads it. Thread-safe. */
@Service
class Goals {
    static final int LONGEST = 200;
    static final int LONGEST_NOTE = 500;
    private static final int MOST = 20;
    private static final int YEARS = 10;

    private final GoalStore store;
    private final Clock clock;

    Goals(GoalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    LocalDate today(SignedIn who) {
        return LocalDate.now(clock.withZone(who.zone()));
    }

    List<Goal> of(AccountId account) {
        return store.of(account);
    }

    /** One of theirs. */
    Goal find(UUID id, SignedIn who) {
        return store.find(id, who.account())
                .orElseThrow(() -> Problem.notFound("goals.problem.unknown"));
    }

    /** The first day first. */
    List<CheckIn> said(Goal goal) {
        return store.checkIns(goal.id());
    }

    UUID set(SignedIn who, Form form) {
        GoalKind kind =
                GoalKind.ofKey(form.kind())
                        .orElseThrow(() -> Problem.invalid("goals.problem.kind").atField("kind"));
        String words = form.words().strip();
        if (words.isEmpty() && kind == GoalKind.OTHER) {
            throw Problem.invalid("goals.problem.words").atField("words");
        }
        if (words.length() > LONGEST) {
            throw Problem.invalid("goals.problem.long", LONGEST).atField("words");
        }
        if (store.of(who.account()).size() >= MOST) {
            throw Problem.conflict("goals.problem.many", MOST);
        }
        Rhythm rhythm = form.rhythm().equals(Rhythm.WEEK.key()) ? Rhythm.WEEK : Rhythm.DAY;
        return store.add(
                who.account(),
                kind,
                words,
                rhythm,
                rhythm.of(begins(form.begins(), today(who))),
                clock.instant());
    }

    private static LocalDate begins(String typed, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (!day.isBefore(today.minusYears(YEARS)) && !day.isAfter(today.plusYears(1))) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // said below
        }
        throw Problem.invalid("goals.problem.begins").atField("begins");
    }

    /**
     * Says how a day or a week went, also otherwise than before.
     *
     * @param ago how many days or weeks ago it was
     */
    void checkIn(Goal goal, SignedIn who, int ago, boolean held, String words) {
        String note = words.strip();
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("goals.problem.long", LONGEST_NOTE).atField("words");
        }
        LocalDate day = goal.rhythm().of(today(who));
        for (int i = 0; i < ago; i++) {
            day = goal.rhythm().before(day);
        }
        if (day.isBefore(goal.begins())) {
            throw Problem.invalid("goals.problem.day").atField("ago");
        }
        store.checkIn(goal.id(), new CheckIn(day, held, note));
    }

    void show(Goal goal, ContributionId discussion) {
        store.show(goal.id(), discussion);
    }

    void delete(Goal goal) {
        store.delete(goal.id());
    }
}
