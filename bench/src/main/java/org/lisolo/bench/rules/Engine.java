package org.lisolo.bench.rules;

import org.lisolo.screening.Post;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Something that screens posts. */
interface Engine extends AutoCloseable {
    String name();

    /** Screens posts one after the other, or in the batches the engine is named for; the hits. */
    long screen(List<Post> posts, List<byte[]> bytes) throws Exception;

    /** How many posts it is given at once; of 20,000 a part without rest. */
    default int step() {
        return 2_000;
    }

    /** Nanoseconds of processor used so far; of the busiest where there are several. */
    default long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    default void close() throws IOException {}
}
