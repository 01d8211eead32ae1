package org.lisolo.server.directory;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The form to hand a table over, and the tables that were.
 *
 * @param columns what stands in which, by kind of entry
 */
public record ImportPage(
        String kind, List<File> files, Map<String, List<Column>> columns, List<Problem> problems) {

    /** One table in the list. */
    public record File(String path, String name, String state, long rows, Instant at) {}

    /** A column by its title and its name in every language. */
    public record Column(String title, String name, String help) {}
}
