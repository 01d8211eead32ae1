package org.lisolo.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of this JVM and of the PostgreSQL under it, since this was made. */
final class Busy {
    private final long begun = System.nanoTime();
    private final Duration java = used(ProcessHandle.current());
    private final Duration postgres = children();

    /** Processor time used since, in seconds. */
    double seconds() {
        Duration used = used(ProcessHandle.current()).minus(java).plus(children()).minus(postgres);
        return used.toMillis() / 1e3;
    }

    /** In processors, for example {@code Java 1.2, PostgreSQL 0.7 of 2 processors}. */
    String processors() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return "Java %.2f, PostgreSQL %.2f of %d processors"
                .formatted(
                        used(ProcessHandle.current()).minus(java).toMillis() / 1e3 / seconds,
                        children().minus(postgres).toMillis() / 1e3 / seconds,
                        Runtime.getRuntime().availableProcessors());
    }

    private static Duration children() {
        try (Stream<ProcessHandle> handles = ProcessHandle.current().descendants()) {
            return handles.map(Busy::used).reduce(Duration.ZERO, Duration::plus);
        }
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
