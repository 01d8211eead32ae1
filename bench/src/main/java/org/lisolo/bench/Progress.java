package org.lisolo.bench;

import java.util.Map;
import java.util.TreeMap;

/** When how many events had been accepted, to tell how far behind a reader of the log is. */
final class Progress {
    private final TreeMap<Long, Long> nanosByCount = new TreeMap<>();
    private long count;

    synchronized void add(int events) {
        count += events;
        nanosByCount.put(count, System.nanoTime());
    }

    synchronized long count() {
        return count;
    }

    /** Seconds since the first event after so many was accepted; 0 if there is none yet. */
    synchronized double secondsBehind(long read) {
        Map.Entry<Long, Long> next = nanosByCount.higherEntry(read);
        return next == null ? 0 : (System.nanoTime() - next.getValue()) / 1e9;
    }
}
