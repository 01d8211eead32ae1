package org.lisolo.server.community.notices;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.following.FollowPages.Row;
import org.lisolo.server.community.following.Timeline;
import org.lisolo.server.community.notices.NoticePages.Shown;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people are told of, and how they want to be told. Thread-safe. */
@Service
class Notices {
    /** Beyond this many, a number says no more. */
    static final int COUNTED = 100;

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Set<String> LEVELS = Set.of("ALL", "ANSWERS", "NONE");

    private final NoticeStore store;
    private final Timeline timeline;
    private final Clock clock;

    Notices(NoticeStore store, Timeline timeline, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Some, and before which there are more. */
    record Found(List<Shown> notices, Optional<UUID> next) {}

    Found of(Reader reader, UUID before, int most) {
        AccountId who = reader.account().orElseThrow();
        List<NoticeStore.Told> all = store.of(who, reader, before, most + 1);
        boolean more = all.size() > most;
        List<NoticeStore.Told> some = more ? all.subList(0, most) : all;
        Map<ContributionId, Row> rows =
                timeline
                        .shown(some.stream().map(one -> one.about().value()).toList(), reader)
                        .stream()
                        .collect(Collectors.toMap(Row::id, Function.identity()));
        return new Found(
                some.stream()
                        .filter(one -> rows.containsKey(one.about()))
                        .map(
                                one ->
                                        new Shown(
                                                one.id(),
                                                one.reason().key(),
                                                one.seen(),
                                                Objects.requireNonNull(rows.get(one.about()))))
                        .toList(),
                more ? Optional.of(some.getLast().id()) : Optional.empty());
    }

    long unseen(Reader reader) {
        AccountId who = reader.account().orElseThrow();
        return store.unseen(who, reader, COUNTED);
    }

    /** Whether there may be any, for less than counting costs. */
    boolean mayBeUnseen(AccountId who) {
        return store.hasUnseen(who);
    }

    void seen(AccountId who, UUID newest) {
        store.seen(who, newest, clock.instant());
    }

    NoticeSettings settings(SignedIn who) {
        return store.settings(who.account()).orElseGet(() -> NoticeSettings.in(who.zone()));
    }

    /** The first letter comes after a day or a week, if there is something to tell by then. */
    @Transactional
    void settle(SignedIn who, NoticeSettings settings) {
        Optional<Instant> due =
                settings.digest() == NoticeSettings.Digest.NONE
                        ? Optional.empty()
                        : Optional.of(
                                settings.outsideQuiet(
                                        clock.instant().plus(settings.digest().every())));
        store.settle(who.account(), settings, due);
    }

    String level(AccountId who, SpaceId space) {
        return store.level(who, space);
    }

    void level(AccountId who, SpaceId space, String level) {
        if (!LEVELS.contains(level)) {
            throw Problem.invalid("notices.problem.level");
        }
        store.level(who, space, level);
    }

    /** What is old is told no more. */
    @Scheduled(initialDelay = 1, fixedRate = 24, timeUnit = TimeUnit.HOURS)
    void forget() {
        store.forgetBefore(clock.instant().minus(KEPT));
    }
}
