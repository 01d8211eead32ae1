package org.lisolo.server.archive;

import org.lisolo.screening.Candidates;

import java.util.List;
import java.util.stream.Collectors;

/** What a query asks of the index, as PostgreSQL's {@code tsquery} writes it. */
final class IndexTerms {
    private IndexTerms() {}

    /** Empty where nothing is asked, so that everything may match. */
    static String of(Candidates candidates) {
        return switch (candidates) {
            case Candidates.Everything _ -> "";
            case Candidates.Key key -> quoted(key.key()) + (key.beginning() ? ":*" : "");
            case Candidates.All all -> joined(all.parts(), " & ");
            case Candidates.Any any -> joined(any.parts(), " | ");
        };
    }

    private static String joined(List<Candidates> parts, String operator) {
        return parts.stream().map(IndexTerms::of).collect(Collectors.joining(operator, "(", ")"));
    }

    private static String quoted(String key) {
        return "'" + key.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
