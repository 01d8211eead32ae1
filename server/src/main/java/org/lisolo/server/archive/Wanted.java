package org.lisolo.server.archive;

import org.lisolo.screening.Query;
import org.lisolo.screening.QueryError;
import org.lisolo.screening.QueryResult;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was typed into the search box. Plain words are looked for in all their forms; as soon as a
 * sign, an operator or a field of the query language is there, it is a query and means to the
 * letter what it means as a rule.
 */
public sealed interface Wanted {
    /** Nothing was typed. */
    record Nothing() implements Wanted {}

    /** Words, each in any of its forms in French and English. */
    record Words(String typed) implements Wanted {}

    /** A query, decided by the engine that screens what comes in. */
    record Asked(Query query) implements Wanted {}

    /** Signs of the query language that make no query. */
    record Unread(String typed, QueryError error) implements Wanted {}

    /**
     * Quotation marks, braces, parentheses, wildcards (but a question mark behind a word ends a
     * question), marks, a minus, operators, fields.
     */
    Pattern QUERY =
            Pattern.compile(
                    """
                    ["“”«»„{}()]|\\w\\*|\\w\\?\\w|[#@]\\w|(^|\\s)-[\\p{L}\\p{N}#@]\
                    |(^|\\s)(AND|OR|NOT|O?NEAR(/\\d*)?)(\\s|$)\
                    |(^|\\s)(?i:lang|author|channel|has|is|disguised):\\S\
                    """,
                    Pattern.UNICODE_CHARACTER_CLASS);

    static Wanted of(String typed) {
        if (typed.isBlank()) {
            return new Nothing();
        }
        if (!QUERY.matcher(typed).find()) {
            return new Words(typed);
        }
        QueryResult read = Query.parse(typed);
        return switch (read) {
            case Query query -> new Asked(query);
            case QueryError error -> new Unread(typed, error);
        };
    }

    /** The same for a stranger, to whom signs that make no query are no words. */
    static Wanted ofStranger(String typed) {
        Wanted wanted = of(typed);
        return wanted instanceof Unread ? new Words(typed) : wanted;
    }

    /** A query for words as they were typed, without their other forms. */
    static String toTheLetter(String typed) {
        return org.lisolo.screening.Words.of(typed).list().stream()
                .map(word -> '"' + word.span().in(typed).toString() + '"')
                .collect(Collectors.joining(" AND "));
    }
}
