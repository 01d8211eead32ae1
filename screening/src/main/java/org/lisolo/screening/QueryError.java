package org.lisolo.screening;

import java.util.List;
import java.util.Locale;

/**
 * Why a text is no query.
 *
 * @param column where, counted from 1 in characters (Unicode code points)
 * @param code what was expected
 * @param arguments what the sentence of the code names, in its order
 */
public record QueryError(int column, Code code, List<String> arguments) implements QueryResult {
    public QueryError {
        arguments = List.copyOf(arguments);
    }

    /** What was expected instead. */
    public enum Code {
        /** Nothing was written. */
        EMPTY,
        /** The query has more characters than allowed; argument: the limit. */
        TOO_LONG,
        /** Too many parentheses inside each other; argument: the limit. */
        TOO_DEEP,
        /** Too many words; argument: the limit. */
        TOO_MANY_WORDS,
        /** A word has too many characters; argument: the limit. */
        WORD_TOO_LONG,
        /** A quotation mark without its partner. */
        UNCLOSED_QUOTE,
        /** A brace without its partner. */
        UNCLOSED_BRACE,
        /** A parenthesis without its partner. */
        UNCLOSED_PARENTHESIS,
        /** A closing sign without its partner; argument: the sign. */
        STRAY_CLOSING,
        /** A word, a phrase or a parenthesis was expected; argument: what was found. */
        EXPECTED_TERM,
        /** The same, but the query ended. */
        EXPECTED_TERM_AT_END,
        /** No letter or digit; argument: what was found. */
        NOT_A_WORD,
        /** A star that is not at the end of a word. */
        STAR_POSITION,
        /** A question mark that begins a word. */
        QUESTION_POSITION,
        /** Too many question marks in a word; argument: the limit. */
        TOO_MANY_QUESTION_MARKS,
        /** NEAR without a number that is allowed; arguments: the operator, the greatest number. */
        NEAR_NUMBER,
        /** What stands beside NEAR has no place in the text; argument: what it is. */
        NEAR_NEEDS_WORDS,
        /** A field that is not known; arguments: its name, those that are. */
        UNKNOWN_FIELD,
        /** A value the field does not know; arguments: field, value, those it knows. */
        UNKNOWN_VALUE,
        /** A field without a value; argument: the field. */
        MISSING_VALUE,
        /** A hashtag or a name with something else than letters, digits and _ ; argument: it. */
        MARK_NAME
    }

    /** A sentence for people, in French or English. */
    public String message(Locale locale) {
        return QueryWording.sentence("error." + code.name(), column, arguments, locale);
    }
}
