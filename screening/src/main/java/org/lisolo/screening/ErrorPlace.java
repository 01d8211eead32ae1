package org.lisolo.screening;

/**
 * A query cut at its error, to show where it is.
 *
 * @param before what could be read
 * @param wrong the character at the error; empty at the query's end
 * @param after the rest
 */
public record ErrorPlace(String before, String wrong, String after) {
    public static ErrorPlace of(String source, QueryError error) {
        int last = source.codePointCount(0, source.length());
        int at = source.offsetByCodePoints(0, Math.clamp(error.column() - 1L, 0, last));
        int end = at == source.length() ? at : source.offsetByCodePoints(at, 1);
        return new ErrorPlace(
                source.substring(0, at), source.substring(at, end), source.substring(end));
    }
}
