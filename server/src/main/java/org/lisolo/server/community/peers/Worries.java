package org.lisolo.server.community.peers;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.moderation.Moderators;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A worry is a task for people: those on call in the space have half an hour to take it, then all
 * of its moderators are asked. Nothing is counselled or decided by a machine. Thread-safe.
 */
@Service
class Worries {
    static final Duration CLOCK = Duration.ofMinutes(30);
    private static final int LONGEST = 2_000;

    private final WorryStore store;
    private final Contributions contributions;
    private final Moderators moderators;
    private final Spaces spaces;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Worries(
            WorryStore store,
            Contributions contributions,
            Moderators moderators,
            Spaces spaces,
            Accounts accounts,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.contributions = contributions;
        this.moderators = moderators;
        this.spaces = spaces;
        this.accounts = accounts;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    Contribution seen(ContributionId id, Reader reader) {
        return contributions
                .find(id, reader)
                .orElseThrow(() -> Problem.notFound("peers.problem.unknown"));
    }

    /** Raises it; a second time by the same person changes nothing. */
    @Transactional
    void raise(ContributionId id, Reader reader, String words) {
        Contribution one = seen(id, reader);
        String said = shortEnough(words);
        Instant now = clock.instant();
        store.add(one, reader.account().orElseThrow(), said, now, now.plus(CLOCK))
                .ifPresent(
                        worry -> {
                            Set<AccountId> onCall = store.onCall(one.space());
                            tell(onCall.isEmpty() ? moderators(one.space()) : onCall, worry, false);
                        });
    }

    /** Those of the space, and those of the organisation that answers for it. */
    private Set<AccountId> moderators(SpaceId id) {
        Set<AccountId> all = new HashSet<>(store.moderators(id));
        spaces.find(id)
                .flatMap(space -> Optional.ofNullable(space.organisation()))
                .ifPresent(
                        organisation ->
                                accounts.colleagues(organisation).stream()
                                        .filter(one -> one.roles().contains(Role.MODERATOR))
                                        .forEach(one -> all.add(one.account())));
        return all;
    }

    private void tell(Set<AccountId> people, UUID worry, boolean late) {
        people.forEach(one -> events.publishEvent(new WorryRaised(one, worry, late)));
    }

    private static String shortEnough(String words) {
        String said = words.strip();
        if (said.length() > LONGEST) {
            throw Problem.invalid("moderation.problem.long", LONGEST).atField("words");
        }
        return said;
    }

    List<Worry> waiting(SignedIn who) {
        return store.waiting(who.account(), moderators.spacesOf(who));
    }

    long count(SignedIn who) {
        return store.count(who.account(), moderators.spacesOf(who));
    }

    /** One that is this person's to see, also after it is closed. */
    Worry find(UUID id, Reader reader) {
        SignedIn who = reader.who().orElseThrow();
        Worry one = store.find(id).orElseThrow(() -> Problem.notFound("peers.problem.unknown"));
        boolean theirs =
                store.onCall(one.space()).contains(who.account())
                        || moderators.spacesOf(who).contains(one.space());
        if (!theirs) {
            throw Problem.notFound("peers.problem.unknown");
        }
        trail.about("contributions", one.contribution());
        return one;
    }

    @Transactional
    void take(UUID id, Reader reader) {
        find(id, reader);
        if (!store.take(id, reader.account().orElseThrow(), clock.instant())) {
            throw Problem.conflict("peers.problem.taken");
        }
    }

    /** Done, with what was done. */
    @Transactional
    void close(UUID id, Reader reader, String note) {
        find(id, reader);
        String said = shortEnough(note);
        if (said.isEmpty()) {
            throw Problem.invalid("moderation.problem.words").atField("words");
        }
        if (!store.close(id, reader.account().orElseThrow(), said, clock.instant())) {
            throw Problem.conflict("peers.problem.taken");
        }
    }

    @Scheduled(initialDelay = 1, fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void escalate() {
        for (Worry late : store.escalate(clock.instant())) {
            tell(moderators(late.space()), late.id(), true);
        }
    }

    /** Who may be on call: the moderators, and staff of the organisation that answers for it. */
    Map<String, AccountId> candidates(Space space) {
        Set<AccountId> all = new HashSet<>(store.moderators(space.id()));
        OrganisationId organisation = space.organisation();
        if (organisation != null) {
            accounts.colleagues(organisation).stream()
                    .filter(
                            one ->
                                    one.roles().contains(Role.MODERATOR)
                                            || one.roles().contains(Role.PROFESSIONAL))
                    .forEach(one -> all.add(one.account()));
        }
        Map<AccountId, String> names = accounts.names(all);
        Map<String, AccountId> byName = new TreeMap<>();
        all.forEach(one -> byName.put(names.getOrDefault(one, "") + " " + one, one));
        return byName;
    }

    Map<AccountId, String> names(Set<AccountId> people) {
        return accounts.names(people);
    }

    Set<AccountId> onCall(Space space) {
        return store.onCall(space.id());
    }

    @Transactional
    void setOnCall(Space space, List<UUID> people) {
        Set<AccountId> possible = Set.copyOf(candidates(space).values());
        store.setOnCall(
                space.id(),
                people.stream()
                        .map(AccountId::new)
                        .filter(possible::contains)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Optional<Space> space(Worry one) {
        return spaces.find(one.space());
    }
}
