package org.lisolo.server.message;

import org.lisolo.server.message.Carries.Carried;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes things out. A channel belongs to one node at a time, which sends what waits there in its
 * order; where a node died with something in hand, the next one asks the network whether it arrived
 * before it tries again. What left comes back through {@link Inbox#accept}.
 */
@Component
class OutboxRounds implements SmartInitializingSingleton, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(OutboxRounds.class);

    /** Networks that are spoken with at once; the pool of connections is larger. */
    private static final int LINES = 12;

    private static final Duration IN_HAND = Duration.ofMinutes(2);
    private static final Duration HELD_ANEW = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final OutboxStore store;
    private final Carries carries;
    private final Inbox inbox;
    private final Signals signals;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final UUID holder;
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore lines = new Semaphore(LINES);
    private final Set<ChannelId> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    OutboxRounds(
            OutboxStore store,
            Carries carries,
            Inbox inbox,
            Signals signals,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.carries = carries;
        this.inbox = inbox;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
        this.holder = ids.next();
    }

    @Override
    public void afterSingletonsInstantiated() {
        signals.listen(Outbox.QUEUED, _ -> asked.release());
        Thread.ofVirtual().name("outbox").start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                if (asked.tryAcquire(2, TimeUnit.SECONDS)) {
                    asked.drainPermits();
                }
                if (!closed) {
                    begin();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends on every channel until nothing is due there. */
    void takeOut() throws InterruptedException {
        for (Thread channel : begin()) {
            channel.join();
        }
    }

    /** Each channel for itself, so that none waits for the pace of another. */
    private List<Thread> begin() {
        try {
            return store.due(clock.instant()).stream()
                    .filter(inHand::add)
                    .map(channel -> Thread.ofVirtual().name("outbox").start(() -> sendOn(channel)))
                    .toList();
        } catch (RuntimeException e) {
            log.warn("the outbox waits: {}", e.getClass().getName());
            return List.of();
        }
    }

    private void sendOn(ChannelId channel) {
        boolean done = false;
        try {
            sendAll(channel);
            done = true;
        } catch (RuntimeException e) {
            log.warn("the outbox waits with channel {}: {}", channel, e.getClass().getName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            inHand.remove(channel);
        }
        if (done) {
            // what came while it was in hand
            asked.release();
        }
    }

    private void sendAll(ChannelId channel) throws InterruptedException {
        Duration pace = carries.pace(channel);
        Instant held = Instant.MIN;
        try {
            while (!closed) {
                Instant now = clock.instant();
                if (now.isAfter(held)) {
                    if (!store.holdTurn(channel, holder, now, now.plus(IN_HAND))) {
                        return;
                    }
                    held = now.plus(HELD_ANEW);
                }
                if (!sendNext(channel)) {
                    return;
                }
                // within the turn, so that the pace holds whoever sends next
                Thread.sleep(pace);
            }
        } finally {
            store.endTurn(channel, holder);
        }
    }

    /** Whether one left, and the next may follow. */
    private boolean sendNext(ChannelId channel) throws InterruptedException {
        lines.acquire();
        try {
            Optional<Parcel> next = store.next(channel, clock.instant());
            return next.isPresent() && send(next.get());
        } finally {
            lines.release();
        }
    }

    /** Whether the next one may follow. */
    private boolean send(Parcel parcel) {
        Instant now = clock.instant();
        if (!parcel.isIntact()) {
            log.error("parcel {} is not what the gate saw", parcel.id());
            store.dead(parcel.id(), "outbox.reason.altered", now);
            return true;
        }
        try {
            Optional<Carried> arrived =
                    parcel.tries() == 0 ? Optional.empty() : carries.find(parcel);
            if (arrived.isEmpty() && !parcel.expires().isAfter(now)) {
                store.dead(parcel.id(), "outbox.reason.expired", now);
                return true;
            }
            Carried carried = arrived.isPresent() ? arrived.get() : carries.carry(parcel);
            comeBack(parcel, carried);
            return true;
        } catch (NotCarried e) {
            log.warn("parcel {} did not leave at try {}", parcel.id(), parcel.tries() + 1);
            return after(parcel, e, now);
        }
    }

    private boolean after(Parcel parcel, NotCarried failure, Instant now) {
        if (failure.isForGood()) {
            store.dead(parcel.id(), failure.reason(), now);
            return true;
        }
        Duration wait = pause(parcel.tries());
        if (failure.toWait().compareTo(wait) > 0) {
            wait = failure.toWait();
        }
        store.failed(parcel.id(), failure.reason(), now.plus(wait));
        return false;
    }

    /** Ten seconds, then twice as long each time, at most half an hour, a fifth more or less. */
    private Duration pause(int tries) {
        Duration pause = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 10));
        Duration capped = pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
        return Duration.ofMillis((long) (capped.toMillis() * random.nextDouble(0.8, 1.2)));
    }

    private void comeBack(Parcel parcel, Carried carried) {
        MessageEvent event = event(parcel, carried);
        // known as ours before anybody can read it in the log
        store.named(parcel.id(), event.message());
        inbox.accept(List.of(new Arrival(event, carried.payload())));
        store.sent(parcel.id(), carried.networkId(), event.message(), clock.instant());
    }

    private MessageEvent event(Parcel parcel, Carried carried) {
        Outgoing what = parcel.what();
        return new MessageEvent(
                new EventId(ids.next()),
                what.kind(),
                what.channel(),
                carried.networkId(),
                carried.author(),
                what.organisation(),
                Visibility.PUBLIC,
                what.language(),
                what.replyTo(),
                null,
                null,
                carried.at(),
                clock.instant(),
                what.title(),
                what.text(),
                null,
                what.pictures().stream().map(Picture::attachment).toList());
    }

    @Override
    public void destroy() {
        closed = true;
        asked.release();
    }
}
