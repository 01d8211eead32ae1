package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.QueryError;
import org.lisolo.screening.QueryWarning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a query would have caught, or why it can't be read.
 *
 * @param query as typed
 * @param busy whether others are trying theirs
 * @param channels by id
 */
public record PreviewPage(
        String query,
        Optional<QueryError> error,
        List<QueryWarning> warnings,
        Optional<Preview> preview,
        boolean busy,
        Map<String, String> channels) {
    public PreviewPage {
        warnings = List.copyOf(warnings);
    }

    /** Before anything was typed. */
    static PreviewPage nothing() {
        return new PreviewPage("", Optional.empty(), List.of(), Optional.empty(), false, Map.of());
    }

    /** The query up to the error. */
    public String before() {
        return query.substring(0, at());
    }

    /** What stands at the error; empty at the end. */
    public String wrong() {
        int at = at();
        return at == query.length() ? "" : query.substring(at, query.offsetByCodePoints(at, 1));
    }

    public String after() {
        return query.substring(at() + wrong().length());
    }

    private int at() {
        int column = error.map(QueryError::column).orElse(1);
        int last = query.codePointCount(0, query.length());
        return query.offsetByCodePoints(0, Math.clamp(column - 1L, 0, last));
    }
}
