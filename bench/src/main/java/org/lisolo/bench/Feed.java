package org.lisolo.bench;

import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands events to the inbox at a steady rate, whether it keeps up or not: what is due and not
 * accepted waits. Four callers hand over what came due in the same fiftieth of a second.
 */
final class Feed implements AutoCloseable {
    private static final int CALLERS = 4;
    private static final long TICK_NANOS = 20_000_000;
    private static final int LARGEST_BATCH = 1_000;

    private final Inbox inbox;
    private final Posts posts;
    private final int plantEvery;
    private final BlockingQueue<List<Arrival>> due = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Progress accepted;
    private long made;
    private volatile boolean running = true;

    /**
     * Starts at once.
     *
     * @param plantEvery one event of so many says the word of some rule
     * @param accepted is told of what was accepted
     */
    Feed(Inbox inbox, Posts posts, int rate, int plantEvery, Progress accepted) {
        this.inbox = inbox;
        this.posts = posts;
        this.plantEvery = plantEvery;
        this.accepted = accepted;
        threads.add(Thread.ofPlatform().name("feed").start(() -> make(rate)));
        for (int i = 0; i < CALLERS; i++) {
            threads.add(Thread.ofPlatform().name("caller-" + i).start(this::handOver));
        }
    }

    /** Events that were due and are with nobody yet. */
    int waiting() {
        return due.stream().mapToInt(List::size).sum();
    }

    private void make(int rate) {
        long begun = System.nanoTime();
        try {
            while (running) {
                long count = (long) ((System.nanoTime() - begun) / 1e9 * rate) - made;
                while (count > 0) {
                    int size = (int) Math.min(count, LARGEST_BATCH);
                    due.add(batch(size));
                    count -= size;
                }
                Thread.sleep(TICK_NANOS / 1_000_000);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Arrival> batch(int size) {
        List<Arrival> batch = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            made++;
            boolean planted = made % plantEvery == 0;
            // rules 0, 10, 20… of the first thousand, in turn
            int rule = (int) (made / plantEvery % 100) * 10;
            batch.add(posts.next(planted ? Posts.planted(rule) : ""));
        }
        return batch;
    }

    private void handOver() {
        try {
            while (running) {
                List<Arrival> batch = due.take();
                accepted.add(inbox.accept(batch).size());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running = false;
        for (Thread thread : threads) {
            if (thread.getName().startsWith("caller")) {
                due.add(List.of());
            }
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
