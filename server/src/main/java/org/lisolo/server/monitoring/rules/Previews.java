package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Query;
import org.lisolo.server.channels.ChannelNames;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.past.Fallen;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tries a query on what came in during the last 30 days, the newest first, for as long as somebody
 * will wait, and says over how many messages it looked. The whole past is for a rule that was
 * saved, switched on or not.
 */
@Service
class Previews {
    static final Duration PERIOD = Duration.ofDays(30);

    /** While somebody types. */
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** After somebody pressed the button. */
    static final Duration PATIENTLY = Duration.ofSeconds(8);

    private static final int PIECE = 1_000;

    /** Typing people must not slow down what comes in. */
    private static final int PLACES = 2;

    private static final Duration FOR_A_PLACE = Duration.ofSeconds(1);

    private final Messages messages;
    private final ChannelNames channelNames;
    private final Clock clock;
    private final Semaphore places = new Semaphore(PLACES);

    Previews(Messages messages, ChannelNames channelNames, Clock clock) {
        this.messages = messages;
        this.channelNames = channelNames;
        this.clock = clock;
    }

    /**
     * Tries the query.
     *
     * @param channels where to listen; empty means everywhere
     * @param patience after which what was looked at must do
     * @return nothing when too many others are trying theirs
     */
    Optional<Preview> of(SignedIn who, Query query, Set<ChannelId> channels, Duration patience) {
        if (!enter()) {
            return Optional.empty();
        }
        try {
            Trial trial =
                    new Trial(
                            query,
                            channels,
                            channel -> channelNames.of(channel, who.organisation()),
                            who.zone());
            return Optional.of(look(trial, Sight.ofStaff(who.organisation()), patience));
        } finally {
            places.release();
        }
    }

    private Preview look(Trial trial, Sight sight, Duration patience) {
        long began = System.nanoTime();
        Instant now = clock.instant();
        Instant since = now.minus(PERIOD);
        EventId before = EventId.LAST;
        Instant reached = now;
        while (true) {
            List<MessageEvent> events = messages.before(sight, before, since, PIECE);
            trial.look(
                    events,
                    trial.asksDeletions()
                            ? Fallen.of(events, messages, sight)
                            : new Fallen(Map.of()));
            if (events.size() < PIECE) {
                return trial.preview(since, now, true);
            }
            before = events.getLast().id();
            reached = events.getLast().receivedAt();
            if (System.nanoTime() - began > patience.toNanos()) {
                return trial.preview(reached, now, false);
            }
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
