package org.lisolo.screening;

import org.lisolo.screening.QueryError.Code;

import java.util.ArrayList;
import java.util.List;

/** Parts a query into what its grammar is made of. */
final class QueryLexer {
    /** What a piece of the query is. */
    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        NEAR,
        QUOTED,
        BRACED,
        BARE,
        END
    }

    /**
     * @param text without quotation marks or braces
     * @param start index of its first UTF-16 unit in the source
     * @param bodyStart index of the first unit of {@code text}
     */
    record Token(Kind kind, String text, int start, int bodyStart) {}

    private static final String OPENING_QUOTES = "\"“«„";
    private static final String CLOSING_QUOTES = "\"”»“";
    private static final String ENDS_BARE = "(){}\"“”«»„";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private QueryLexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        QueryLexer lexer = new QueryLexer(source);
        while (lexer.skipSpace()) {
            lexer.tokens.add(lexer.next());
        }
        lexer.tokens.add(new Token(Kind.END, "", source.length(), source.length()));
        return lexer.tokens;
    }

    private boolean skipSpace() {
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
        return at < source.length();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private Token next() {
        char c = source.charAt(at);
        int start = at;
        if (OPENING_QUOTES.indexOf(c) >= 0) {
            return quoted(start);
        }
        return switch (c) {
            case '(' -> sign(Kind.OPEN);
            case ')' -> sign(Kind.CLOSE);
            case '{' -> braced(start);
            case '}', '”', '»' -> throw QueryFailure.at(source, at, Code.STRAY_CLOSING, c);
            case '-' -> beginsTerm(at + 1) ? sign(Kind.NOT) : bare(start);
            default -> bare(start);
        };
    }

    private Token sign(Kind kind) {
        at++;
        return new Token(kind, source.substring(at - 1, at), at - 1, at - 1);
    }

    private boolean beginsTerm(int index) {
        if (index >= source.length()) {
            return false;
        }
        char c = source.charAt(index);
        return Character.isLetterOrDigit(c)
                || OPENING_QUOTES.indexOf(c) >= 0
                || "({#@".indexOf(c) >= 0;
    }

    private Token quoted(int start) {
        String body = quotedBody();
        return new Token(Kind.QUOTED, body, start, start + 1);
    }

    private String quotedBody() {
        int start = at;
        char closing = CLOSING_QUOTES.charAt(OPENING_QUOTES.indexOf(source.charAt(at)));
        int end = source.indexOf(closing, at + 1);
        if (end < 0 && source.charAt(start) == '“') {
            end = source.indexOf('“', at + 1);
        }
        if (end < 0) {
            throw QueryFailure.at(source, start, Code.UNCLOSED_QUOTE);
        }
        at = end + 1;
        return source.substring(start + 1, end);
    }

    private Token braced(int start) {
        int end = source.indexOf('}', at);
        if (end < 0) {
            throw QueryFailure.at(source, start, Code.UNCLOSED_BRACE);
        }
        at = end + 1;
        return new Token(Kind.BRACED, source.substring(start + 1, end), start, start + 1);
    }

    private Token bare(int start) {
        while (at < source.length()
                && !isSpace(source.charAt(at))
                && ENDS_BARE.indexOf(source.charAt(at)) < 0) {
            at++;
        }
        String text = source.substring(start, at);
        boolean quotedValue =
                text.endsWith(":")
                        && at < source.length()
                        && OPENING_QUOTES.indexOf(source.charAt(at)) >= 0;
        if (quotedValue) {
            return new Token(Kind.BARE, text + quotedBody(), start, start);
        }
        return new Token(kindOf(text), text, start, start);
    }

    private static Kind kindOf(String text) {
        return switch (text) {
            case "AND" -> Kind.AND;
            case "OR" -> Kind.OR;
            case "NOT" -> Kind.NOT;
            case "NEAR", "ONEAR" -> Kind.NEAR;
            default ->
                    text.startsWith("NEAR/") || text.startsWith("ONEAR/") ? Kind.NEAR : Kind.BARE;
        };
    }
}
