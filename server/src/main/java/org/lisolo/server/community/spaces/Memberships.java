package org.lisolo.server.community.spaces;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.follows.Follows;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How people come into spaces, what they become there and how they go. Nobody is drawn into a space
 * who did not ask. Whoever comes in follows it, until they go or want to follow it no more; what is
 * closed to them is shown to nobody who follows. Thread-safe.
 */
@Service
public class Memberships {
    /**
     * Something that a moderator does with somebody, from the standings in which it makes sense.
     */
    enum Step {
        TAKE_IN(EnumSet.of(Standing.ASKED), Optional.of(Standing.MEMBER)),
        REFUSE(EnumSet.of(Standing.ASKED), Optional.empty()),
        EXCLUDE(EnumSet.of(Standing.MEMBER), Optional.of(Standing.EXCLUDED)),
        READMIT(EnumSet.of(Standing.EXCLUDED), Optional.of(Standing.MEMBER)),
        NAME(EnumSet.of(Standing.MEMBER), Optional.of(Standing.MODERATOR)),
        UNNAME(EnumSet.of(Standing.MODERATOR), Optional.of(Standing.MEMBER));

        @SuppressWarnings("ImmutableEnumChecker") // never altered
        private final Set<Standing> from;

        private final Optional<Standing> to;

        Step(Set<Standing> from, Optional<Standing> to) {
            this.from = from;
            this.to = to;
        }

        /** Its part of a path, {@code take-in}. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isFor(Standing standing) {
            return from.contains(standing);
        }

        static Step ofKey(String key) {
            return Arrays.stream(values())
                    .filter(step -> step.key().equals(key))
                    .findFirst()
                    .orElseThrow(Spaces::unknown);
        }

        /** What takes it back. */
        Optional<Step> undo() {
            return switch (this) {
                case EXCLUDE -> Optional.of(READMIT);
                case READMIT -> Optional.of(EXCLUDE);
                case NAME -> Optional.of(UNNAME);
                case UNNAME -> Optional.of(NAME);
                // whoever was taken in has read, and only they may ask again
                case TAKE_IN, REFUSE -> Optional.empty();
            };
        }
    }

    /** Somebody in a space. */
    record Person(AccountId account, String name, Standing standing, Instant since) {}

    /** Some of the people, and whether there are more. */
    record People(List<Person> people, boolean more) {}

    private final SpaceStore store;
    private final Follows follows;
    private final Accounts accounts;
    private final Clock clock;

    Memberships(SpaceStore store, Follows follows, Accounts accounts, Clock clock) {
        this.store = store;
        this.follows = follows;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** By their own wish into a space to which no door leads. */
    @Transactional
    void join(Space space, Reader reader) {
        SignedIn who = reader.who().orElseThrow();
        boolean mayJoin =
                switch (space.openness()) {
                    case OPEN -> true;
                    case PROFESSIONALS -> reader.isInside(space);
                    case MEMBERS -> false;
                };
        if (!mayJoin || reader.isExcluded(space)) {
            throw Problem.forbidden("spaces.problem.mayNotJoin");
        }
        store.enter(space.id(), who, Standing.MEMBER, clock.instant());
        follows.followJoined(who.account(), space.id());
    }

    /** Goes, or takes back the wish to enter. A space keeps somebody who looks after it. */
    @Transactional
    void leave(Space space, AccountId who) {
        store.lock(space.id());
        if (store.isLastModerator(space.id(), who)) {
            throw Problem.conflict("spaces.problem.lastModerator");
        }
        store.leave(space.id(), who);
        follows.unfollow(who, Source.of(space.id()));
    }

    /** A moderator's decision; it changes nothing where it was made already. */
    @Transactional
    void step(Space space, AccountId about, Step step) {
        store.lock(space.id());
        if (step == Step.UNNAME && store.isLastModerator(space.id(), about)) {
            throw Problem.conflict("spaces.problem.lastModerator");
        }
        Optional<Standing> to =
                step == Step.READMIT && space.openness() == Openness.OPEN
                        ? Optional.empty()
                        : step.to;
        boolean done = store.step(space.id(), about, step.from, to, clock.instant());
        if (done && step == Step.TAKE_IN) {
            follows.followJoined(about, space.id());
        }
    }

    /** Somebody who answers for a space that nobody moderates any more takes it up. */
    @Transactional
    void takeUp(SpaceId space, SignedIn who) {
        store.lock(space);
        if (store.moderators(space) > 0) {
            throw Problem.conflict("spaces.problem.moderated");
        }
        store.takeUp(space, who, clock.instant());
        follows.followJoined(who.account(), space);
    }

    boolean isModerated(SpaceId space) {
        return store.moderators(space) > 0;
    }

    /** Those who wait first, then moderators, members and who was excluded, each as they came. */
    People of(SpaceId space, int from, int most) {
        List<SpaceStore.Stands> all = store.people(space, from, most + 1);
        boolean more = all.size() > most;
        List<SpaceStore.Stands> some = more ? all.subList(0, most) : all;
        Map<AccountId, String> names = names(some);
        return new People(
                some.stream()
                        .map(
                                one ->
                                        new Person(
                                                one.account(),
                                                names.getOrDefault(one.account(), ""),
                                                one.standing(),
                                                one.since()))
                        .toList(),
                more);
    }

    String name(SpaceId space, AccountId account) {
        List<SpaceStore.Stands> one = store.one(space, account).stream().toList();
        return names(one).getOrDefault(account, "");
    }

    /** As they came in: somebody's pseudonym and name at work never stand for each other. */
    private Map<AccountId, String> names(List<SpaceStore.Stands> all) {
        Map<AccountId, String> names =
                new HashMap<>(
                        accounts.publicNames(
                                all.stream()
                                        .filter(one -> !one.byName())
                                        .map(SpaceStore.Stands::account)
                                        .toList()));
        names.putAll(
                accounts.names(
                        all.stream()
                                .filter(SpaceStore.Stands::byName)
                                .map(SpaceStore.Stands::account)
                                .toList()));
        return names;
    }

    /** What those are called who look after a space. */
    public List<String> moderators(SpaceId space) {
        List<SpaceStore.Stands> all = store.moderatorsOf(space);
        Map<AccountId, String> names = names(all);
        return all.stream().map(one -> names.getOrDefault(one.account(), "")).toList();
    }
}
