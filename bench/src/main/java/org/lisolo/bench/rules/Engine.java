package org.lisolo.bench.rules;

import org.lisolo.screening.Post;

import java.io.IOException;
import java.util.List;

/** Something that screens posts. */
interface Engine extends AutoCloseable {
    String name();

    /** Screens posts one after the other, or in the batches the engine is named for; the hits. */
    long screen(List<Post> posts, List<byte[]> bytes) throws Exception;

    @Override
    default void close() throws IOException {}
}
