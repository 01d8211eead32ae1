package org.lisolo.screening;

import java.util.List;

/**
 * A query that was read: the language is described in {@code docs/query-language.md}.
 *
 * @param source as written
 * @param expression what it says
 * @param warnings what its writer may want to know, in no way a reason not to use it
 */
public record Query(String source, Expression expression, List<QueryWarning> warnings)
        implements QueryResult {
    /** Greatest length of a query, in UTF-16 units. */
    public static final int MAX_LENGTH = 400_000;

    /** Greatest number of words in a query. */
    public static final int MAX_WORDS = 20_000;

    /** Greatest depth of parentheses and NOTs. */
    public static final int MAX_DEPTH = 60;

    /** Greatest length of one word, in folded characters. */
    public static final int MAX_WORD_LENGTH = 60;

    /** Greatest number of {@code ?} in one word. */
    public static final int MAX_QUESTION_MARKS = 6;

    /** Greatest number after NEAR and ONEAR. */
    public static final int MAX_NEAR = 100;

    public Query {
        warnings = List.copyOf(warnings);
    }

    /** Whether a part of it, at whatever place, asks the field for the value. */
    public boolean asks(Field field, String value) {
        return expression.has(new Expression.Attribute(field, value));
    }

    /** Reads a query. Never throws for what the text says; its time grows with its length. */
    public static QueryResult parse(String source) {
        try {
            return QueryParser.read(source);
        } catch (QueryFailure failure) {
            return failure.error();
        }
    }
}
