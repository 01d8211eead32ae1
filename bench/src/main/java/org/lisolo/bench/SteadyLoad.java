package org.lisolo.bench;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Pieces of work at a steady rate: each at its time, whether the one before was done or not.
 *
 * @param rate pieces a second
 */
record SteadyLoad(int rate, int seconds) {
    /** One piece of work. */
    interface Work {
        void go(int number) throws Exception;
    }

    /** Each on a thread of its own; milliseconds from the time at which it was due to its end. */
    List<Double> of(Work work) throws InterruptedException {
        int all = rate * seconds;
        var millis = new ConcurrentLinkedQueue<Double>();
        var failures = new ConcurrentLinkedQueue<Exception>();
        var left = new CountDownLatch(all);
        long begun = System.nanoTime();
        for (int i = 0; i < all; i++) {
            int number = i;
            long due = begun + TimeUnit.SECONDS.toNanos(i) / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Thread.startVirtualThread(
                    () -> {
                        try {
                            work.go(number);
                            millis.add((System.nanoTime() - due) / 1e6);
                        } catch (Exception e) {
                            failures.add(e);
                        } finally {
                            left.countDown();
                        }
                    });
        }
        left.await();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " failed", failures.peek());
        }
        return List.copyOf(millis);
    }
}
