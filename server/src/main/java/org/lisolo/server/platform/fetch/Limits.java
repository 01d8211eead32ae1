package org.lisolo.server.platform.fetch;

import java.time.Duration;
import java.util.Set;

/**
 * How much one fetch may take.
 *
 * @param bytes of the answer's body
 * @param time for all of it, redirects included
 * @param redirects how many are followed
 * @param mediaTypes that are taken in, such as {@code image/png}; all if empty
 */
public record Limits(int bytes, Duration time, int redirects, Set<String> mediaTypes) {
    public Limits {
        mediaTypes = Set.copyOf(mediaTypes);
    }
}
