package org.lisolo.server.evidence;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells this node's sequencer that there is something to do. Many calls are as good as one. */
final class Wake {
    private final Semaphore called = new Semaphore(0);

    void now() {
        if (called.availablePermits() == 0) {
            called.release();
        }
    }

    /** Waits for a call, or until the time is up. */
    void await(Duration longest) throws InterruptedException {
        if (called.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            called.drainPermits();
        }
    }
}
