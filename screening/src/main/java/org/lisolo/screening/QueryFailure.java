package org.lisolo.screening;

import java.util.Arrays;
import java.util.List;

/** Carries the first error out of the depth of the parser; never leaves {@link Query#parse}. */
final class QueryFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient QueryError error;

    private QueryFailure(QueryError error) {
        super(error.code().name(), null, false, false);
        this.error = error;
    }

    /** At a place of the source, given as an index of UTF-16 units. */
    static QueryFailure at(String source, int index, QueryError.Code code, Object... arguments) {
        List<String> words = Arrays.stream(arguments).map(a -> shortened(a.toString())).toList();
        return new QueryFailure(new QueryError(column(source, index), code, words));
    }

    static int column(String source, int index) {
        return source.codePointCount(0, Math.min(index, source.length())) + 1;
    }

    /** At most 60 characters of what somebody wrote. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 59)) + "…";
    }

    QueryError error() {
        return error;
    }
}
