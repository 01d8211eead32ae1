package org.lisolo.server.archive.holds;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.ForbidsErasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An organisation's legal holds. While one stands, no erasure of what it covers goes through,
 * whoever asks for it; the erasure waits and is decided anew when the hold has ended.
 */
@Service
public class Holds implements ForbidsErasure, Forgets {
    static final int PAGE = 50;

    private final HoldStore store;
    private final Messages messages;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    Holds(HoldStore store, Messages messages, AuditTrail trail, Ids ids, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a hold is to cover, for how long and why. */
    record Wanted(
            HoldScope scope,
            Optional<MessageId> message,
            Optional<Instant> from,
            Optional<Instant> until,
            String reason,
            Optional<Instant> ends) {}

    @Transactional
    Hold place(SignedIn who, Wanted wanted) {
        wanted.message().ifPresent(message -> own(who.organisation(), message));
        Hold hold =
                new Hold(
                        ids.next(),
                        who.organisation(),
                        wanted.scope(),
                        wanted.message(),
                        wanted.from(),
                        wanted.until(),
                        wanted.reason(),
                        who.account(),
                        clock.instant(),
                        wanted.ends(),
                        Optional.empty());
        store.place(hold);
        trail.about("holds", hold.id());
        wanted.message().ifPresent(message -> trail.about("messages", message));
        return hold;
    }

    @Transactional
    void release(SignedIn who, UUID id, String reason) {
        var release = new Hold.Release(who.account(), clock.instant(), reason);
        if (!store.release(who.organisation(), id, release)) {
            throw Problem.conflict("holds.problem.released");
        }
    }

    Hold find(SignedIn who, UUID id) {
        return store.find(who.organisation(), id)
                .orElseThrow(() -> Problem.notFound("holds.problem.not_found"));
    }

    List<Hold> list(SignedIn who, boolean standing, UUID before) {
        return store.list(who.organisation(), standing, clock.instant(), before, PAGE + 1);
    }

    /** The standing holds that forbid to erase this message, or all that its author wrote. */
    public List<Hold> on(OrganisationId organisation, Message message, boolean author) {
        List<EventId> events = message.events().stream().map(e -> e.id()).toList();
        var erasure =
                new Erasure(
                        events,
                        Set.of(message.id()),
                        Set.of(message.current().author().networkId()));
        return store.standing(organisation, clock.instant()).stream()
                .filter(hold -> covers(hold, erasure) || (author && isBySameAuthor(hold, message)))
                .toList();
    }

    /** A hold on any message of somebody forbids to erase all of theirs. */
    private boolean isBySameAuthor(Hold hold, Message message) {
        return author(hold).filter(message.current().author().networkId()::equals).isPresent();
    }

    @Override
    public void check(OrganisationId organisation, Erasure erasure) {
        store.lock();
        for (Hold hold : store.standing(organisation, clock.instant())) {
            if (covers(hold, erasure)) {
                throw Problem.conflict("holds.problem.held", hold.reason());
            }
        }
    }

    private boolean covers(Hold hold, Erasure erasure) {
        return switch (hold.scope()) {
            case MESSAGE -> hold.message().filter(erasure.messages()::contains).isPresent();
            case AUTHOR -> author(hold).filter(erasure.authorIds()::contains).isPresent();
            case CONVERSATION ->
                    hold.message()
                            .map(message -> messages.ancestors(message).getLast())
                            .filter(
                                    top ->
                                            erasure.messages().stream()
                                                    .anyMatch(
                                                            m ->
                                                                    messages.ancestors(m)
                                                                            .getLast()
                                                                            .equals(top)))
                            .isPresent();
            case TIME ->
                    erasure.events().stream()
                            .anyMatch(event -> within(event, hold.from(), hold.until()));
        };
    }

    private static boolean within(EventId event, Optional<Instant> from, Optional<Instant> until) {
        return from.isPresent()
                && until.isPresent()
                && !event.isBefore(EventId.firstAt(from.get()))
                && event.isBefore(EventId.firstAt(until.get()));
    }

    private Optional<String> author(Hold hold) {
        Sight sight = all(hold.organisation());
        return hold.message()
                .map(id -> messages.scan(List.of(id), sight).get(id))
                .map(message -> message.current().author().networkId());
    }

    /** A hold keeps, too, the words of people who had their use limited. */
    private static Sight all(OrganisationId organisation) {
        return Sight.ofStaff(organisation).with(Sight.Use.DECIDING);
    }

    private void own(OrganisationId organisation, MessageId id) {
        Message found = messages.scan(List.of(id), all(organisation)).get(id);
        if (found == null || !found.current().organisation().equals(organisation)) {
            throw Problem.notFound("archive.problem.not_found");
        }
    }

    /** An erasure was asked for and forbidden: it waits. */
    @Transactional
    public void keepWaiting(SignedIn who, MessageId message, boolean author, String reason) {
        store.keepWaiting(
                who.organisation(),
                new HoldStore.Waiting(message, author, reason, who.account(), clock.instant()));
        trail.about("messages", message);
    }

    /** Erasures that waited and that nothing forbids any more. */
    List<HoldStore.Waiting> due(OrganisationId organisation) {
        Sight sight = all(organisation);
        return store.waiting(organisation).stream()
                .filter(
                        waiting ->
                                Optional.ofNullable(
                                                messages.scan(List.of(waiting.message()), sight)
                                                        .get(waiting.message()))
                                        .map(m -> on(organisation, m, waiting.author()).isEmpty())
                                        .orElse(false))
                .toList();
    }

    List<HoldStore.Waiting> waiting(SignedIn who) {
        return store.waiting(who.organisation());
    }

    @Override
    public void forget(Erasure erasure) {
        store.forgetWaiting(erasure.messages().stream().map(MessageId::value).toList());
    }

    /** For names on a page. */
    static List<AccountId> people(List<Hold> holds) {
        return holds.stream().map(Hold::placedBy).distinct().toList();
    }
}
