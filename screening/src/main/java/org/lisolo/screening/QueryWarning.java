package org.lisolo.screening;

import java.util.List;
import java.util.Locale;

/**
 * What a writer of a query may want to know though it can be used.
 *
 * @param column where, counted from 1 in characters (Unicode code points); 1 when it is the whole
 */
public record QueryWarning(int column, Code code, List<String> arguments) {
    public QueryWarning {
        arguments = List.copyOf(arguments);
    }

    public enum Code {
        /** True of every post. */
        MATCHES_EVERYTHING,
        /** True of any post in which nothing of it occurs, such as {@code NOT palu}. */
        MATCHES_ALMOST_EVERYTHING,
        /** True of no post. */
        MATCHES_NOTHING,
        /** Signs part words, which may then be apart; arguments: as written, as read. */
        JOINED_WORDS,
        /** A small and, or, not, et, ou, sauf was read as a word; arguments: it, the operator. */
        LOWERCASE_OPERATOR,
        /** A question mark at a word's end stands for exactly one letter; argument: the word. */
        QUESTION_MARK_AT_END,
        /** AND and OR without parentheses; argument: as read. */
        MIXED_OPERATORS
    }

    /** A sentence for people, in French or English. */
    public String message(Locale locale) {
        return QueryWording.sentence("warning." + code.name(), column, arguments, locale);
    }
}
