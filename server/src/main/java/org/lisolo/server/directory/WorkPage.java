package org.lisolo.server.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An organisation's entries in a list.
 *
 * @param counts of each view
 * @param next the address of the next page, or empty
 */
public record WorkPage(
        String kind,
        String state,
        String q,
        List<Row> rows,
        Map<String, Long> counts,
        String previous,
        String next,
        boolean mayChange,
        String publicPath) {

    /** The address of another view. */
    public String view(String other) {
        return EntriesController.PATH + (other.isEmpty() ? "" : "?state=" + other);
    }

    /** One entry; {@code missing} counts what would help the public and is not there yet. */
    public record Row(
            String path,
            String name,
            String calling,
            String place,
            Instant confirmed,
            boolean old,
            int missing,
            boolean professional) {}
}
