package org.lisolo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same kind of work at the same time. */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;

    Crew(int size) {
        threads = Executors.newFixedThreadPool(size);
    }

    /** Does all of it and tells how many seconds that took. */
    double time(List<? extends Callable<?>> work) throws InterruptedException, ExecutionException {
        List<Callable<Object>> tasks = new ArrayList<>(work.size());
        work.forEach(one -> tasks.add(() -> String.valueOf(one.call())));
        long begun = System.nanoTime();
        for (Future<Object> done : threads.invokeAll(tasks)) {
            done.get();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
