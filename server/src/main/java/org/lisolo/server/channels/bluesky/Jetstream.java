package org.lisolo.server.channels.bluesky;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.platform.fetch.Fetches;
import org.lisolo.server.platform.fetch.Limits;
import org.lisolo.server.platform.fetch.WebSocketLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Follows what happens on the network by Jetstream (bluesky-social/jetstream), from where it was
 * read last: a little is read twice, which is nothing new to the log. Where the line breaks it is
 * opened again, later and later, but at once when an account is connected. Off where no address is
 * set. Every node may follow.
 */
@Component
class Jetstream implements SmartInitializingSingleton, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Jetstream.class);
    private static final Limits LIMITS = new Limits(1_048_576, Duration.ofSeconds(20), 0, Set.of());
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(2);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration WITHOUT_ACCOUNTS = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final long OVERLAP_MICROS = 15_000_000;
    private static final List<String> COLLECTIONS =
            List.of(BlueskyFormat.POST, BlueskyFormat.REPOST, StreamReading.LIKE);

    private final String address;
    private final Fetches fetches;
    private final BlueskyAccountStore accounts;
    private final StreamStore store;
    private final StreamReading reading;
    private final Signals signals;
    private final Clock clock;
    private final AtomicReference<@Nullable WebSocketLine> line = new AtomicReference<>();
    private final Semaphore changed = new Semaphore(0);
    private volatile boolean closed;

    Jetstream(
            @Value("${lisolo.bluesky.jetstream:}") String address,
            Fetches fetches,
            BlueskyAccountStore accounts,
            StreamStore store,
            StreamReading reading,
            Signals signals,
            Clock clock) {
        this.address = address.strip();
        this.fetches = fetches;
        this.accounts = accounts;
        this.store = store;
        this.reading = reading;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!address.isEmpty()) {
            signals.listen(BlueskyAccounts.CHANGED, _ -> openAnew());
            Thread.ofVirtual().name("jetstream").start(this::run);
        }
    }

    /**
     * From a little before, so that nothing is missed that was said to an account just connected.
     */
    private void openAnew() {
        reading.askForAccounts();
        changed.release();
        close();
    }

    private void close() {
        WebSocketLine open = line.get();
        if (open != null) {
            open.close();
        }
    }

    boolean isListening() {
        return line.get() != null;
    }

    private void run() {
        Duration wait = SHORTEST_WAIT;
        while (!closed) {
            boolean read = false;
            boolean asked = false;
            try {
                asked = !accounts.heard().isEmpty();
                read = asked && follow();
            } catch (RuntimeException e) {
                log.warn("the stream of Bluesky waits: {}", e.getClass().getName());
            }
            boolean anew = pause(asked ? wait : WITHOUT_ACCOUNTS);
            wait = anew || read || !asked ? SHORTEST_WAIT : longer(wait);
        }
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
    }

    /** A while, or until accounts change: whether they did. */
    private boolean pause(Duration wait) {
        try {
            long most = wait.toMillis();
            long some = ThreadLocalRandom.current().nextLong(most / 2, most + 1);
            boolean anew = changed.tryAcquire(some, TimeUnit.MILLISECONDS);
            changed.drainPermits();
            return anew;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
            return false;
        }
    }

    /** Until the line breaks; whether anything was read. */
    private boolean follow() {
        long last = 0;
        try (WebSocketLine open = fetches.listen(from(), LIMITS, QUIET)) {
            line.set(open);
            Instant noted = clock.instant();
            while (!closed) {
                last = Math.max(last, reading.read(open.next()));
                if (clock.instant().isAfter(noted.plus(BETWEEN_NOTES))) {
                    noted = note(last);
                }
            }
        } catch (IOException e) {
            if (!closed) {
                log.info("the stream of Bluesky is away: {}", e.getClass().getName());
            }
        } finally {
            line.set(null);
            if (last > 0 && !closed) {
                note(last);
            }
        }
        return last > 0;
    }

    private Instant note(long micros) {
        Instant now = clock.instant();
        store.readUpTo(address, micros, now);
        return now;
    }

    private URI from() {
        StringBuilder asked = new StringBuilder(address);
        char joint = address.contains("?") ? '&' : '?';
        for (String collection : COLLECTIONS) {
            asked.append(joint).append("wantedCollections=").append(collection);
            joint = '&';
        }
        store.cursor(address)
                .ifPresent(at -> asked.append("&cursor=").append(Math.max(0, at - OVERLAP_MICROS)));
        return URI.create(asked.toString());
    }

    @Override
    public void destroy() {
        closed = true;
        changed.release();
        close();
    }
}
