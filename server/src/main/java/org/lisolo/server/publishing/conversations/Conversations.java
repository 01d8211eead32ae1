package org.lisolo.server.publishing.conversations;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.cases.CaseOpening;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.conversations.ConversationStep.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The steps that people take on conversations. Each names the version that its reader saw; when
 * something happened in between, nothing is changed and the page says what.
 */
@Service
@Transactional
public class Conversations {
    public static final String PATH = "/work/conversations";

    static final int LONGEST_NOTE = 5_000;

    private final ConversationStore store;
    private final ConversationStepStore steps;
    private final ConversationSettingStore settings;
    private final Presences presences;
    private final CaseOpening cases;
    private final Accounts accounts;
    private final Teams teams;
    private final AuditTrail trail;
    private final Clock clock;

    Conversations(
            ConversationStore store,
            ConversationStepStore steps,
            ConversationSettingStore settings,
            Presences presences,
            CaseOpening cases,
            Accounts accounts,
            Teams teams,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.settings = settings;
        this.presences = presences;
        this.cases = cases;
        this.accounts = accounts;
        this.teams = teams;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the reader's organisation may see of it is the reader's to see. */
    @Transactional(readOnly = true)
    Conversation own(SignedIn who, ConversationId id) {
        return store.find(who.organisation(), id)
                .filter(one -> isShown(who, one))
                .orElseThrow(() -> Problem.notFound("conversations.problem.unknown"));
    }

    private static boolean isShown(SignedIn who, Conversation one) {
        return one.visibility() == Visibility.PUBLIC || ConversationLists.seesWithin(who);
    }

    /** Holds it for the caller's transaction. */
    Conversation locked(SignedIn who, ConversationId id) {
        trail.about("conversations", id);
        return store.lock(who.organisation(), id)
                .filter(one -> isShown(who, one))
                .orElseThrow(() -> Problem.notFound("conversations.problem.unknown"));
    }

    /**
     * The same as it was seen.
     *
     * @throws Problem if something happened in between
     */
    Conversation seen(SignedIn who, ConversationId id, int version) {
        Conversation now = locked(who, id);
        if (now.version() != version) {
            throw Problem.conflict("conversations.problem.moved");
        }
        return now;
    }

    void keep(SignedIn who, Conversation after, Kind kind) {
        keep(after, ConversationStep.done(kind, who.account(), clock.instant()));
    }

    void keep(Conversation after, ConversationStep step) {
        store.update(Turns.stepped(after));
        steps.add(after.id(), step);
    }

    public void take(SignedIn who, ConversationId id, int version) {
        Conversation before = seen(who, id, version);
        keep(who, Turns.given(before, Optional.of(who.account()), before.team()), Kind.TAKEN);
    }

    public void release(SignedIn who, ConversationId id, int version) {
        Conversation before = seen(who, id, version);
        presences.end(id, who.account());
        keep(who, Turns.given(before, Optional.empty(), Optional.empty()), Kind.RELEASED);
    }

    /** To a colleague who answers. */
    public void give(SignedIn who, ConversationId id, int version, AccountId to) {
        boolean answers =
                accounts.colleagues(who.organisation()).stream()
                        .anyMatch(
                                one ->
                                        one.account().equals(to)
                                                && one.may(Action.ANSWER_CONVERSATIONS));
        if (!answers) {
            throw Problem.invalid("conversations.problem.nobody").atField("to");
        }
        Conversation before = seen(who, id, version);
        keep(
                Turns.given(before, Optional.of(to), Optional.empty()),
                ConversationStep.done(Kind.GIVEN, who.account(), clock.instant()).to(to));
    }

    public void give(SignedIn who, ConversationId id, int version, TeamId to) {
        teams.team(who.organisation(), to);
        Conversation before = seen(who, id, version);
        keep(
                Turns.given(before, Optional.empty(), Optional.of(to)),
                ConversationStep.done(Kind.GIVEN_TO_TEAM, who.account(), clock.instant()).to(to));
    }

    /** A note changes nothing that others decide by, so it never comes late. */
    public void note(SignedIn who, ConversationId id, String words) {
        Conversation before = locked(who, id);
        String note = words.replace("\0", "").strip();
        if (note.isEmpty()) {
            throw Problem.invalid("conversations.problem.note").atField("note");
        }
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("publishing.problem.long", LONGEST_NOTE).atField("note");
        }
        steps.add(
                before.id(),
                ConversationStep.done(Kind.NOTED, who.account(), clock.instant()).noting(note));
    }

    /** Whoever answers waits for something; the promise runs on. */
    public void await(SignedIn who, ConversationId id, int version) {
        turn(who, id, version, ConversationState.WAITING, Kind.WAITS);
    }

    public void close(SignedIn who, ConversationId id, int version) {
        turn(who, id, version, ConversationState.CLOSED, Kind.CLOSED);
    }

    public void leave(SignedIn who, ConversationId id, int version) {
        turn(who, id, version, ConversationState.NOT_OURS, Kind.NOT_OURS);
    }

    /** Somebody answered by another way: on the network itself, by telephone. */
    public void answeredElsewhere(SignedIn who, ConversationId id, int version) {
        turn(who, id, version, ConversationState.ANSWERED, Kind.ANSWERED_ELSEWHERE);
    }

    private void turn(
            SignedIn who, ConversationId id, int version, ConversationState to, Kind kind) {
        Conversation before = seen(who, id, version);
        if (before.state() == to
                || (to == ConversationState.WAITING && !before.state().isUnderWay())) {
            throw Problem.conflict("conversations.problem.moved");
        }
        presences.end(id, who.account());
        keep(who, Turns.in(before, to), kind);
    }

    /** An answer is waited for again, from now on. */
    public void reopen(SignedIn who, ConversationId id, int version) {
        Conversation before = seen(who, id, version);
        if (before.state() == ConversationState.OPEN) {
            throw Problem.conflict("conversations.problem.moved");
        }
        Instant now = clock.instant();
        Instant asked = before.asked().orElse(now);
        Instant due = settings.of(who.organisation()).promise().due(asked, who.zone());
        keep(who, Turns.asked(before, asked, due), Kind.REOPENED);
    }

    /** A case on it, or the one that is open. */
    public CaseId openCase(SignedIn who, ConversationId id) {
        Conversation before = locked(who, id);
        CaseId made = cases.on(who, before.top(), before.channel(), Urgency.IMPORTANT);
        steps.add(
                id, ConversationStep.done(Kind.CASE_MADE, who.account(), clock.instant()).of(made));
        return made;
    }

    /** From now on this account of the network counts as the organisation's own. */
    void isOurs(SignedIn who, ConversationId id, MessageEvent said) {
        Conversation before = locked(who, id);
        boolean here =
                store.entries(List.of(said.message())).stream()
                        .anyMatch(entry -> entry.conversation().equals(id));
        if (!here) {
            throw Problem.notFound("conversations.problem.unknown");
        }
        settings.addVoice(who.organisation(), said.channel(), Voice.of(said));
        store.turnOurs(said.message());
        Conversation after = before;
        boolean waits = before.asked().isPresent() && store.waits(id, before.asked().get());
        if (before.state().isUnderWay() && !waits) {
            after = Turns.in(before, ConversationState.ANSWERED);
        }
        store.update(Turns.stepped(after));
    }
}
