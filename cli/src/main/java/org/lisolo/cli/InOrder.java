package org.lisolo.cli;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on many things at once whose results come out in the order the things came in. */
public final class InOrder {
    private static final int AHEAD = 16;

    private InOrder() {}

    /**
     * Works on at most {@code threads} things at once and holds a bounded number of results, so
     * memory does not grow with the number of things. The first failure in order is thrown.
     */
    public static <T, R> void run(
            int threads, Iterator<T> things, Function<T, R> work, Consumer<R> taker) {
        if (threads <= 1) {
            things.forEachRemaining(thing -> taker.accept(work.apply(thing)));
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            ArrayDeque<Future<R>> waiting = new ArrayDeque<>();
            while (things.hasNext()) {
                T thing = things.next();
                waiting.add(workers.submit(() -> work.apply(thing)));
                if (waiting.size() > threads * AHEAD) {
                    taker.accept(result(waiting.remove()));
                }
            }
            while (!waiting.isEmpty()) {
                taker.accept(result(waiting.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
