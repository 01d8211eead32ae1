package org.lisolo.server.people.letters;

import org.lisolo.server.people.Contact;
import org.lisolo.server.platform.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes the letters out as they come, and those that failed again later and later. A letter belongs
 * to one node at a time; one that a dying node had in hand is taken out by another after two
 * minutes, and then may arrive twice.
 */
@Component
class LetterRounds implements SmartInitializingSingleton, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(LetterRounds.class);
    private static final Duration IN_HAND = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final LetterStore store;
    private final List<Carrier> carriers;
    private final Signals signals;
    private final Clock clock;
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean closed;

    LetterRounds(LetterStore store, List<Carrier> carriers, Signals signals, Clock clock) {
        this.store = store;
        this.carriers = List.copyOf(carriers);
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        signals.listen(Letters.QUEUED, _ -> asked.release());
        Thread.ofVirtual().name("letters").start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                if (asked.tryAcquire(10, TimeUnit.SECONDS)) {
                    asked.drainPermits();
                }
                if (!closed) {
                    round();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            while (!closed && takeOut() > 0) {
                // until nothing is due
            }
        } catch (RuntimeException e) {
            log.warn("the letters wait: {}", e.getClass().getName());
        }
    }

    /** How many were tried. */
    int takeOut() {
        Instant now = clock.instant();
        var due = store.take(ways(), now, now.plus(IN_HAND));
        due.forEach(this::carry);
        return due.size();
    }

    private void carry(LetterStore.Due due) {
        Contact to = due.written().to();
        try {
            Carrier carrier =
                    carriers.stream().filter(one -> one.carries(to)).findFirst().orElseThrow();
            carrier.carry(to, due.written().subject(), due.written().body());
            store.left(due.id());
        } catch (Carrier.NotCarried e) {
            log.warn("a letter did not leave at try {}: {}", due.tries(), e.reason());
            if (e.forGood()) {
                store.refused(due.id(), e.reason(), clock.instant());
            } else {
                store.failed(due.id(), e.reason(), clock.instant().plus(pause(due.tries())));
            }
        }
    }

    /** Half a minute, then twice as long each time, at most an hour. */
    static Duration pause(int tries) {
        Duration pause = Duration.ofSeconds(30L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
    }

    private List<String> ways() {
        var ways = new ArrayList<String>();
        if (carriers.stream().anyMatch(one -> one.carries(Letters.ANY_ADDRESS))) {
            ways.add(LetterStore.way(Letters.ANY_ADDRESS));
        }
        if (carriers.stream().anyMatch(one -> one.carries(Letters.ANY_NUMBER))) {
            ways.add(LetterStore.way(Letters.ANY_NUMBER));
        }
        return ways;
    }

    @Scheduled(initialDelay = 1, fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void dropOutdated() {
        int dropped = store.dropOutdated(clock.instant());
        if (dropped > 0) {
            log.warn("{} letters were out of date before they could leave", dropped);
        }
    }

    @Override
    public void destroy() {
        closed = true;
        asked.release();
    }
}
