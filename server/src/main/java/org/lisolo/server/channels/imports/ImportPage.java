package org.lisolo.server.channels.imports;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The form to hand a file over, and the files that were.
 *
 * @param channels that take something in, names by id
 */
public record ImportPage(
        Map<String, String> channels, String channel, List<Row> files, List<Problem> problems) {

    /** One file in the list. */
    public record Row(
            String path, String fileName, String channel, String state, Instant at, long lines) {}
}
