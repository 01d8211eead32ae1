package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Outage;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The one way in. What {@link #accept} returns for is durable: it is committed, with the raw bytes
 * and the leaf that will stand in the tamper-evident log. Callers that come at the same time share
 * a commit.
 */
@Service
public class Inbox implements SmartLifecycle {
    /** While one group waits for its commit, the next is gathered. */
    private static final int WRITERS = 2;

    private static final int LARGEST_GROUP = 5_000;
    private static final int WAITING_ROOM = 512;

    private final EventStore events;
    private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(WAITING_ROOM);
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running;

    Inbox(EventStore events) {
        this.events = events;
    }

    /**
     * Keeps the events for good and answers in their order. An event that came before is kept once.
     * Safe from many threads; blocks until the commit, and while the waiting room is full.
     *
     * @throws RuntimeException if the database did not answer: the events may or may not be kept,
     *     and handing them over again does no harm
     */
    public List<Acceptance> accept(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        Request request = new Request(List.copyOf(arrivals), new CompletableFuture<>());
        try {
            while (!waiting.offer(request, 1, TimeUnit.SECONDS)) {
                refuseWhenStopped();
            }
            refuseWhenStopped();
            return request.answer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the events were kept", e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void refuseWhenStopped() {
        if (!running) {
            throw new IllegalStateException("the inbox is closed: the server is stopping");
        }
    }

    private void write() {
        while (running || !waiting.isEmpty()) {
            List<Request> group = nextGroup();
            if (!group.isEmpty()) {
                keep(group);
            }
        }
    }

    private List<Request> nextGroup() {
        List<Request> group = new ArrayList<>();
        try {
            @Nullable Request next = waiting.poll(200, TimeUnit.MILLISECONDS);
            int size = 0;
            while (next != null) {
                group.add(next);
                size += next.arrivals.size();
                next = size < LARGEST_GROUP ? waiting.poll() : null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
        return group;
    }

    /**
     * One commit for the group. If that fails by what one of them holds, one commit for each, so
     * that none suffers for another.
     */
    private void keep(List<Request> group) {
        try {
            List<Arrival> all = new ArrayList<>();
            group.forEach(request -> all.addAll(request.arrivals));
            List<Acceptance> answers = events.keep(all);
            int from = 0;
            for (Request request : group) {
                int to = from + request.arrivals.size();
                request.answer.complete(List.copyOf(answers.subList(from, to)));
                from = to;
            }
        } catch (RuntimeException e) {
            if (group.size() == 1 || Outage.is(e)) {
                group.forEach(request -> request.answer.completeExceptionally(e));
            } else {
                group.forEach(request -> keep(List.of(request)));
            }
        }
    }

    /** Before the first request and after the last. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= WRITERS; i++) {
            writers.add(Thread.ofPlatform().name("inbox-" + i).start(this::write));
        }
    }

    /** Keeps what is waiting, then stops. */
    @Override
    public void stop() {
        running = false;
        for (Thread writer : writers) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        writers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Request(List<Arrival> arrivals, CompletableFuture<List<Acceptance>> answer) {}
}
