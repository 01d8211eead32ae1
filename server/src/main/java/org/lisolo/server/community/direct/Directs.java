package org.lisolo.server.community.direct;

import org.lisolo.server.community.direct.DirectPages.Line;
import org.lisolo.server.community.direct.DirectPages.Said;
import org.lisolo.server.community.direct.DirectStore.Pair;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Messages between two people. Nobody gets one from somebody whom they never answered: it takes an
 * act of their own before a stranger may write to them. Thread-safe.
 */
@Service
public class Directs {
    static final int LONGEST = 5_000;

    /** So many people a day can be written to for the first time. */
    private static final int NEW_A_DAY = 10;

    private final DirectStore store;
    private final OneName oneName;
    private final Accounts accounts;
    private final Ids ids;
    private final Clock clock;

    Directs(DirectStore store, OneName oneName, Accounts accounts, Ids ids, Clock clock) {
        this.store = store;
        this.oneName = oneName;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    UUID next() {
        return ids.next();
    }

    /** Those with whom somebody writes, the last written first. */
    List<Line> of(AccountId who, int from, int most) {
        List<Pair> pairs = store.of(who, from, most);
        var names = accounts.publicNames(pairs.stream().map(Pair::other).toList());
        return pairs.stream()
                .map(
                        pair ->
                                new Line(
                                        pair.id(),
                                        names.getOrDefault(pair.other(), ""),
                                        pair.lastAt(),
                                        pair.unread()))
                .toList();
    }

    /** One of theirs. */
    Pair find(PairId id, AccountId who) {
        return store.find(id, who).orElseThrow(Directs::unknown);
    }

    String name(AccountId other) {
        return accounts.publicNames(List.of(other)).getOrDefault(other, "");
    }

    /** Some of what they wrote, the newest last; and before which there is more. */
    record Found(List<Said> said, Optional<UUID> next) {}

    /** What is shown is read. */
    @Transactional
    Found read(Pair pair, AccountId who, UUID before, int most) {
        var all = store.in(pair.id(), before, most + 1);
        boolean more = all.size() > most;
        var some = more ? all.subList(0, most) : all;
        store.read(pair.id(), who, clock.instant());
        return new Found(
                some.reversed().stream()
                        .map(
                                one ->
                                        new Said(
                                                one.id(),
                                                one.sender().equals(who),
                                                one.words(),
                                                one.at()))
                        .toList(),
                more ? Optional.of(some.getLast().id()) : Optional.empty());
    }

    /** Whether somebody may write to the other now. */
    public boolean mayWrite(AccountId who, AccountId other) {
        return !mayWriteTo(who, List.of(other)).isEmpty();
    }

    /** Those of these to whom somebody may write now, looked up for all of them at once. */
    public Set<AccountId> mayWriteTo(AccountId who, Collection<AccountId> others) {
        List<AccountId> open = store.mayWriteTo(who, others);
        if (open.isEmpty()) {
            return Set.of();
        }
        List<AccountId> all = new ArrayList<>(open);
        all.add(who);
        Set<AccountId> named = oneName.of(all).keySet();
        return named.contains(who)
                ? open.stream().filter(named::contains).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Writes to somebody, for the first time or again. */
    @Transactional
    PairId write(SignedIn who, AccountId other, UUID id, String words) {
        String text = words.strip();
        if (text.isEmpty()) {
            throw Problem.invalid("direct.problem.words").atField("words");
        }
        if (text.length() > LONGEST) {
            throw Problem.invalid("direct.problem.long", LONGEST).atField("words");
        }
        if (!mayWrite(who.account(), other)) {
            throw Problem.forbidden("direct.problem.mayNot");
        }
        var now = clock.instant();
        if (store.between(who.account(), other).isEmpty()
                && store.openedBy(who.account(), now.minus(Duration.ofDays(1))) >= NEW_A_DAY) {
            throw Problem.conflict("direct.problem.many", NEW_A_DAY);
        }
        store.open(new PairId(ids.next()), who.account(), other, now);
        PairId pair = store.between(who.account(), other).orElseThrow().id();
        store.write(pair, id, who.account(), text, now);
        return pair;
    }

    void delete(Pair pair, UUID id, AccountId sender) {
        store.delete(pair.id(), id, sender);
    }

    boolean takes(AccountId who) {
        return store.takes(who);
    }

    void take(AccountId who, boolean takes) {
        store.take(who, takes);
    }

    static Problem unknown() {
        return Problem.notFound("direct.problem.unknown");
    }
}
