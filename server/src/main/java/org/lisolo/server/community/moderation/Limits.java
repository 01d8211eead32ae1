package org.lisolo.server.community.moderation;

import org.lisolo.screening.Match;
import org.lisolo.screening.Post;
import org.lisolo.screening.Query;
import org.lisolo.screening.QueryError;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.BeforeWriting;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps people from writing whom a moderator asked to pause, and whoever is faster than a space
 * allows; lets wait what moderators want to read first. Moderators themselves write at once.
 * Thread-safe.
 */
@Service
class Limits implements BeforeWriting {
    /** Whoever has written less in a space is a newcomer there. */
    static final int NEWCOMER = 3;

    private static final int FILTERS = 50;
    private static final int LONGEST_NAME = 80;
    private static final Pattern LINK = Pattern.compile("(?i)https?://|\\bwww\\.\\p{L}");

    private final LimitStore store;
    private final HeldStore held;
    private final DecisionStore decisions;
    private final Moderators moderators;
    private final Clock clock;

    Limits(
            LimitStore store,
            HeldStore held,
            DecisionStore decisions,
            Moderators moderators,
            Clock clock) {
        this.store = store;
        this.held = held;
        this.decisions = decisions;
        this.moderators = moderators;
        this.clock = clock;
    }

    /** Whoever is to pause may send it when the pause is over, so that a form keeps it for them. */
    @Override
    public void check(Reader reader, Space space) {
        AccountId account = reader.account().orElseThrow();
        if (decisions.pausedUntil(account, space.id(), clock.instant()).isPresent()) {
            throw Problem.conflict("moderation.problem.paused");
        }
    }

    /** A slip of the pen may be put right at once. */
    @Override
    public void pace(Reader reader, Space space, Draft draft) {
        AccountId account = reader.account().orElseThrow();
        Instant now = clock.instant();
        int wait = store.of(space.id()).slowMinutes();
        if (wait > 0
                && draft.changes(space.id()).isEmpty()
                && held.find(draft.id()).isEmpty()
                && !moderators.moderates(reader, space)
                && held.last(account, space.id())
                        .filter(last -> now.isBefore(last.plus(Duration.ofMinutes(wait))))
                        .isPresent()) {
            throw Problem.of(Problem.Kind.TOO_MANY, "moderation.problem.slow", wait);
        }
    }

    @Override
    @Transactional
    public boolean holds(Reader reader, Space space, Draft draft) {
        draft.changes(space.id()).ifPresent(held::tookBack);
        if (moderators.moderates(reader, space)) {
            return false;
        }
        Optional<String> filter = stopping(space.id(), draft);
        Optional<Held.Why> why =
                filter.isPresent() ? Optional.of(Held.Why.FILTER) : newcomer(reader, space, draft);
        why.ifPresent(one -> held.add(space.id(), draft, one, filter, clock.instant()));
        return why.isPresent();
    }

    @Override
    @Transactional
    public boolean replaced(Draft whole) {
        return held.replaced(whole);
    }

    @Override
    public void tookBack(MessageId message) {
        held.tookBack(message);
    }

    @Override
    @Transactional
    public boolean tookBack(Draft waiting) {
        return held.tookBack(waiting.id());
    }

    private Optional<Held.Why> newcomer(Reader reader, Space space, Draft draft) {
        SpaceLimits limits = store.of(space.id());
        if (!limits.holdFirst() && !limits.holdLinks()) {
            return Optional.empty();
        }
        int shown = held.shown(reader.account().orElseThrow(), space.id());
        if (limits.holdFirst() && shown == 0) {
            return Optional.of(Held.Why.FIRST);
        }
        return limits.holdLinks() && shown < NEWCOMER && hasLink(draft)
                ? Optional.of(Held.Why.LINKS)
                : Optional.empty();
    }

    private static boolean hasLink(Draft draft) {
        return LINK.matcher(draft.all()).find();
    }

    /** The name of the first filter that finds something. */
    private Optional<String> stopping(SpaceId space, Draft draft) {
        List<WordFilter> filters = store.filters(space);
        if (filters.isEmpty()) {
            return Optional.empty();
        }
        RuleSet rules =
                RuleSet.compile(
                        filters.stream()
                                .map(one -> new Rule(one.id().toString(), one.query()))
                                .toList());
        Post post =
                Post.of(draft.all())
                        .withLang(draft.words().language())
                        .withAuthor(draft.author().shown())
                        .withLink(hasLink(draft))
                        .withReply(draft.words().title().isEmpty());
        List<String> found = rules.screen(post).stream().map(Match::ruleId).toList();
        return filters.stream()
                .filter(one -> found.contains(one.id().toString()))
                .map(WordFilter::name)
                .findFirst();
    }

    SpaceLimits of(SpaceId space) {
        return store.of(space);
    }

    @Transactional
    void set(SpaceId space, SpaceLimits limits) {
        store.set(space, limits.checked());
    }

    List<WordFilter> filters(SpaceId space) {
        return store.filters(space);
    }

    @Transactional
    void add(SpaceId space, String name, String query) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Problem.invalid("moderation.problem.filterName", LONGEST_NAME).atField("name");
        }
        if (Query.parse(query) instanceof QueryError error) {
            throw Problem.invalid("moderation.problem.query", error.column()).atField("query");
        }
        if (store.filters(space).size() >= FILTERS) {
            throw Problem.conflict("moderation.problem.filters", FILTERS);
        }
        store.add(space, name.strip(), query.strip(), clock.instant());
    }

    @Transactional
    void remove(SpaceId space, UUID filter) {
        store.remove(space, filter);
    }
}
