package org.lisolo.server.demo;

import org.lisolo.server.people.Contact;
import org.lisolo.server.people.letters.Carrier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Where the letters of the sample hospital end: nothing leaves this machine, and the last of them
 * can be read on a page. They are in memory only. Thread-safe.
 */
@Component
@Order(0)
@ConditionalOnBooleanProperty(name = "lisolo.demo", matchIfMissing = true)
class SampleOutbox implements Carrier {
    private static final int KEPT = 50;

    private final Deque<Sent> letters = new ArrayDeque<>();
    private final Clock clock;

    SampleOutbox(Clock clock) {
        this.clock = clock;
    }

    /** A letter that would have gone out. */
    record Sent(Contact to, String subject, String body, Instant at) {}

    @Override
    public boolean carries(Contact to) {
        return true;
    }

    @Override
    public boolean isSandbox() {
        return true;
    }

    @Override
    public void carry(Contact to, String subject, String body) {
        synchronized (letters) {
            letters.addFirst(new Sent(to, subject, body, clock.instant()));
            while (letters.size() > KEPT) {
                letters.removeLast();
            }
        }
    }

    /** Newest first. */
    List<Sent> latest() {
        synchronized (letters) {
            return List.copyOf(letters);
        }
    }
}
