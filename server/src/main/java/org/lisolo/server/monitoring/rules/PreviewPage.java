package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.ErrorPlace;
import org.lisolo.screening.QueryError;
import org.lisolo.screening.QueryWarning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a query would have caught, or why it can't be read.
 *
 * @param query as typed
 * @param read how it was read, with all its parentheses; empty if it can't be
 * @param busy whether others are trying theirs
 * @param channels by id
 */
public record PreviewPage(
        String query,
        Optional<QueryError> error,
        String read,
        List<QueryWarning> warnings,
        Optional<Preview> preview,
        boolean busy,
        Map<String, String> channels) {
    public PreviewPage {
        warnings = List.copyOf(warnings);
    }

    /** Before anything was typed. */
    static PreviewPage nothing() {
        return new PreviewPage(
                "", Optional.empty(), "", List.of(), Optional.empty(), false, Map.of());
    }

    /** Where the error is. */
    public ErrorPlace place() {
        return ErrorPlace.of(query, error.orElseThrow());
    }
}
