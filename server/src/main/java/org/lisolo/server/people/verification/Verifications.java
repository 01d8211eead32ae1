package org.lisolo.server.people.verification;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Addressees;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.people.verification.Verification.State;
import org.lisolo.server.people.verification.VerificationStep.Kind;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Requests of health professionals and the decisions on them. Thread-safe. */
@Service
class Verifications {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration REMINDED_BEFORE = MONTH;
    private static final int SHORTEST_REASON = 3;
    private static final int PAGE = 50;

    private final VerificationStore store;
    private final DocumentStore documents;
    private final Addressees addressees;
    private final Letters letters;
    private final Ids ids;
    private final Clock clock;

    Verifications(
            VerificationStore store,
            DocumentStore documents,
            Addressees addressees,
            Letters letters,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.documents = documents;
        this.addressees = addressees;
        this.letters = letters;
        this.ids = ids;
        this.clock = clock;
    }

    /** The organisations that may be asked. */
    Map<OrganisationId, String> verifiers() {
        return store.verifiers();
    }

    List<Verification> of(AccountId account) {
        return store.of(account);
    }

    /**
     * Puts a request in the queue of the organisation it names; also for a renewal.
     *
     * @throws Problem if something is missing, or a request is open already
     */
    @Transactional
    VerificationId ask(AccountId account, Claim claim, List<Document> papers) {
        Claim checked = claim.checked();
        if (!store.verifiers().containsKey(checked.verifier())) {
            throw Problem.invalid("people.verification.verifier.missing").atField("verifier");
        }
        if (papers.size() > Document.MOST) {
            throw Document.problem("people.verification.document.many");
        }
        var id = new VerificationId(ids.next());
        String language = addressees.of(account).orElseThrow().language();
        if (!store.add(id, account, checked, language, clock.instant())) {
            throw Problem.conflict("people.verification.open");
        }
        documents.add(id, papers);
        store.addStep(id, Kind.ASKED, account, clock.instant(), "");
        return id;
    }

    @Transactional
    void withdraw(AccountId account) {
        Verification open =
                store.of(account).stream()
                        .filter(one -> one.state() == State.ASKED)
                        .findFirst()
                        .flatMap(one -> store.lock(one.id(), one.claim().verifier()))
                        .filter(one -> one.state() == State.ASKED)
                        .orElseThrow(Verifications::gone);
        store.move(open.id(), State.WITHDRAWN);
        documents.delete(open.id());
        store.addStep(open.id(), Kind.WITHDRAWN, account, clock.instant(), "");
    }

    List<Verification> list(OrganisationId verifier, Set<State> states, int page) {
        return store.list(verifier, states, page * PAGE, PAGE + 1);
    }

    long waiting(OrganisationId verifier) {
        return store.count(verifier, State.ASKED);
    }

    /** Only the organisation that was asked sees it. */
    Verification find(VerificationId id, SignedIn reviewer) {
        return store.find(id)
                .filter(one -> one.claim().verifier().equals(reviewer.organisation()))
                .orElseThrow(Verifications::gone);
    }

    List<VerificationStep> steps(VerificationId id) {
        return store.steps(id);
    }

    List<String> documentNames(VerificationId id) {
        return documents.names(id);
    }

    Document document(VerificationId id, int number, SignedIn reviewer) {
        return documents.find(find(id, reviewer).id(), number).orElseThrow(Verifications::gone);
    }

    /**
     * A decision, which its papers don't outlive.
     *
     * @param months for how long it holds, 1 to 36
     */
    @Transactional
    void verify(VerificationId id, SignedIn reviewer, int months, String reason) {
        Verification one = inState(id, reviewer, State.ASKED);
        notOneself(one, reviewer);
        Instant now = clock.instant();
        Instant until = now.plus(MONTH.multipliedBy(Math.clamp(months, 1, 36)));
        store.verify(one, now, until);
        documents.delete(id);
        store.addStep(id, Kind.VERIFIED, reviewer.account(), now, reason.strip());
        tell(one, "people.letter.verified", one.verifier(), Date.from(until));
    }

    @Transactional
    void refuse(VerificationId id, SignedIn reviewer, String reason) {
        Verification one = inState(id, reviewer, State.ASKED);
        documents.delete(id);
        end(one, reviewer, State.REFUSED, Kind.REFUSED, reason, "people.letter.refused");
    }

    @Transactional
    void suspend(VerificationId id, SignedIn reviewer, String reason) {
        Verification one = inState(id, reviewer, State.VERIFIED);
        end(one, reviewer, State.SUSPENDED, Kind.SUSPENDED, reason, "people.letter.suspended");
    }

    @Transactional
    void resume(VerificationId id, SignedIn reviewer, String reason) {
        Verification one = inState(id, reviewer, State.SUSPENDED);
        notOneself(one, reviewer);
        end(one, reviewer, State.VERIFIED, Kind.RESUMED, reason, "people.letter.resumed");
    }

    @Transactional
    void revoke(VerificationId id, SignedIn reviewer, String reason) {
        Verification one = inState(id, reviewer, State.VERIFIED, State.SUSPENDED);
        end(one, reviewer, State.REVOKED, Kind.REVOKED, reason, "people.letter.revoked");
    }

    /** Once for each that lapses within the month. */
    @Transactional
    @Scheduled(initialDelay = 10, fixedRate = 360, timeUnit = TimeUnit.MINUTES)
    void remind() {
        Instant now = clock.instant();
        for (Verification one : store.lapsing(now, now.plus(REMINDED_BEFORE))) {
            store.reminded(one.id(), now);
            store.addStep(one.id(), Kind.REMINDED, null, now, "");
            Instant until = one.until() == null ? now : one.until();
            tell(one, "people.letter.lapsing", one.verifier(), Date.from(until));
        }
    }

    private void end(
            Verification one,
            SignedIn reviewer,
            State state,
            Kind kind,
            String typed,
            String letter) {
        String reason = typed.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > 2000) {
            throw Problem.invalid("people.verification.reason.missing").atField("reason");
        }
        store.move(one.id(), state);
        store.addStep(one.id(), kind, reviewer.account(), clock.instant(), reason);
        tell(one, letter, one.verifier(), reason);
    }

    private Verification inState(VerificationId id, SignedIn reviewer, State... states) {
        return store.lock(id, reviewer.organisation())
                .filter(one -> Set.of(states).contains(one.state()))
                .orElseThrow(Verifications::gone);
    }

    private static void notOneself(Verification one, SignedIn reviewer) {
        if (one.account().equals(reviewer.account())) {
            throw Problem.forbidden("people.verification.oneself");
        }
    }

    private void tell(Verification one, String text, Object... arguments) {
        var said = new ArrayList<Object>(List.of(arguments));
        Optional.of(one.account())
                .flatMap(addressees::of)
                .ifPresent(
                        to ->
                                letters.send(
                                        new Letter(
                                                to.contact(),
                                                to.language(),
                                                text,
                                                said,
                                                Letter.OF_NEWS)));
    }

    private static Problem gone() {
        return Problem.notFound("people.verification.gone");
    }
}
