package org.lisolo.server.archive.trail;

import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Map;

/**
 * A page of the audit trail.
 *
 * @param people ids and names, for the filter
 * @param actions the names of all actions
 * @param about the things that are asked about, where the search is about some
 * @param older address of the next page; empty at the end
 * @param csv address of the same as a table
 */
public record TrailPage(
        TrailForm form,
        Map<String, String> people,
        List<String> actions,
        List<TrailThing> about,
        List<TrailRow> rows,
        String older,
        String csv,
        List<Problem> problems) {
    public TrailPage {
        rows = List.copyOf(rows);
    }
}
