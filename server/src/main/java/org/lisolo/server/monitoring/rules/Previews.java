package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Excerpt;
import org.lisolo.screening.Match;
import org.lisolo.screening.Query;
import org.lisolo.screening.RuleSet;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tries a query on what came in lately. It looks at the newest messages only, as many as can be
 * read while somebody types, and says over how many it looked.
 */
@Service
class Previews {
    static final Duration PERIOD = Duration.ofDays(30);

    /** Read and screened in well under a second. */
    static final int MOST_LOOKED_AT = 5_000;

    private static final int EXAMPLES = 10;

    /** Typing people must not slow down what comes in. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Messages messages;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Previews(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Tries the query on what came in during the last 30 days.
     *
     * @param channels where to listen; empty means everywhere
     * @return nothing when too many others are trying theirs
     */
    Optional<Preview> of(SignedIn who, Query query, Set<ChannelId> channels) {
        if (!enter()) {
            return Optional.empty();
        }
        try {
            Instant now = clock.instant();
            List<MessageEvent> recent =
                    messages.recent(
                            Sight.ofStaff(who.organisation()), now.minus(PERIOD), MOST_LOOKED_AT);
            return Optional.of(look(query, channels, recent, now, who.zone()));
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The same on given events.
     *
     * @param recent the newest first
     */
    static Preview look(
            Query query,
            Set<ChannelId> channels,
            List<MessageEvent> recent,
            Instant now,
            ZoneId zone) {
        RuleSet rules =
                RuleSet.compile(List.of(new org.lisolo.screening.Rule("tried", query.source())));
        boolean complete = recent.size() < MOST_LOOKED_AT;
        Instant from = complete ? now.minus(PERIOD) : recent.getLast().receivedAt();
        Map<LocalDate, Integer> caughtOn = new HashMap<>();
        List<Preview.Example> examples = new ArrayList<>();
        int looked = 0;
        int caught = 0;
        for (MessageEvent event : recent) {
            if (event.kind() == EventKind.DELETED
                    || (!channels.isEmpty() && !channels.contains(event.channel()))) {
                continue;
            }
            looked++;
            for (Match match : rules.screen(Screened.post(event, ""))) {
                caught++;
                caughtOn.merge(LocalDate.ofInstant(event.receivedAt(), zone), 1, Integer::sum);
                if (examples.size() < EXAMPLES) {
                    examples.add(example(event, match));
                }
            }
        }
        return new Preview(
                looked, from, complete, caught, days(from, now, zone, caughtOn), zone, examples);
    }

    private static Preview.Example example(MessageEvent event, Match match) {
        return new Preview.Example(
                event.channel(),
                event.author().shown(),
                event.receivedAt(),
                Excerpt.brief(Screened.words(event), match.spans()));
    }

    private static List<Preview.Day> days(
            Instant from, Instant to, ZoneId zone, Map<LocalDate, Integer> caughtOn) {
        return LocalDate.ofInstant(from, zone)
                .datesUntil(LocalDate.ofInstant(to, zone).plusDays(1))
                .map(date -> new Preview.Day(date, caughtOn.getOrDefault(date, 0)))
                .toList();
    }
}
