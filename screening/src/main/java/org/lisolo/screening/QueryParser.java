package org.lisolo.screening;

import org.lisolo.screening.QueryError.Code;
import org.lisolo.screening.QueryLexer.Kind;
import org.lisolo.screening.QueryLexer.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a query by recursive descent:
 *
 * <pre>
 * any   = all { OR all }
 * all   = one { [ AND ] one }
 * one   = NOT one | near
 * near  = term { ( NEAR/n | ONEAR/n ) term }
 * term  = ( any ) | "phrase" | {exact} | #tag | @name | field:value | words
 * </pre>
 */
final class QueryParser {
    private static final Map<String, String> SMALL_OPERATORS =
            Map.of("and", "AND", "or", "OR", "not", "NOT", "et", "AND", "ou", "OR", "sauf", "NOT");

    private final String source;
    private final List<Token> tokens;
    private final List<QueryWarning> warnings = new ArrayList<>();
    private int at;
    private int depth;
    private int words;

    private QueryParser(String source) {
        this.source = source;
        this.tokens = QueryLexer.tokens(source);
    }

    static Query read(String source) {
        if (source.length() > Query.MAX_LENGTH) {
            throw QueryFailure.at("", 0, Code.TOO_LONG, Query.MAX_LENGTH);
        }
        QueryParser parser = new QueryParser(source);
        if (parser.peek().kind() == Kind.END) {
            throw parser.failure(parser.peek(), Code.EMPTY);
        }
        Expression expression = parser.any();
        Token left = parser.peek();
        if (left.kind() == Kind.CLOSE) {
            throw parser.failure(left, Code.STRAY_CLOSING, ")");
        }
        parser.warnings.addAll(QueryExtent.warnings(expression));
        return new Query(source, expression, parser.warnings);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private QueryFailure failure(Token token, Code code, Object... arguments) {
        return QueryFailure.at(source, token.start(), code, arguments);
    }

    private Expression any() {
        List<Expression> parts = new ArrayList<>();
        boolean mixed = false;
        Expression first = all();
        parts.add(first);
        while (peek().kind() == Kind.OR) {
            take();
            boolean bare = peek().kind() != Kind.OPEN;
            Expression next = all();
            mixed |= bare && next instanceof Expression.And;
            parts.add(next);
        }
        if (parts.size() == 1) {
            return first;
        }
        Expression.Or or = new Expression.Or(flat(parts));
        if (mixed) {
            warn(QueryWarning.Code.MIXED_OPERATORS, 0, or);
        }
        return or;
    }

    private static List<Expression> flat(List<Expression> parts) {
        return parts.stream()
                .flatMap(p -> p instanceof Expression.Or or ? or.parts().stream() : Stream.of(p))
                .toList();
    }

    private Expression all() {
        List<Expression> parts = new ArrayList<>();
        parts.add(one());
        while (true) {
            switch (peek().kind()) {
                case AND -> {
                    take();
                    parts.add(one());
                }
                case OR, CLOSE, END -> {
                    return parts.size() == 1 ? parts.getFirst() : and(parts);
                }
                case OPEN, NOT, NEAR, QUOTED, BRACED, BARE -> parts.add(one());
            }
        }
    }

    private static Expression and(List<Expression> parts) {
        return new Expression.And(
                parts.stream()
                        .flatMap(
                                p ->
                                        p instanceof Expression.And and
                                                ? and.parts().stream()
                                                : Stream.of(p))
                        .toList());
    }

    private Expression one() {
        if (peek().kind() != Kind.NOT) {
            return near();
        }
        deeper(take());
        Expression part = one();
        depth--;
        return new Expression.Not(part);
    }

    private void deeper(Token token) {
        if (++depth > Query.MAX_DEPTH) {
            throw failure(token, Code.TOO_DEEP, Query.MAX_DEPTH);
        }
    }

    private Expression near() {
        Token leftToken = peek();
        Expression left = term();
        int nested = 0;
        while (peek().kind() == Kind.NEAR) {
            Token operator = take();
            deeper(operator);
            nested++;
            int within = within(operator);
            Token rightToken = peek();
            Expression right = term();
            requirePlaces(left, leftToken);
            requirePlaces(right, rightToken);
            left = new Expression.Near(left, right, within, operator.text().startsWith("O"));
        }
        depth -= nested;
        return left;
    }

    private int within(Token operator) {
        String[] parts = operator.text().split("/", 2);
        boolean number = parts.length == 2 && parts[1].matches("[0-9]{1,3}");
        int within = number ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
        if (within > Query.MAX_NEAR) {
            throw failure(operator, Code.NEAR_NUMBER, parts[0], Query.MAX_NEAR);
        }
        return within;
    }

    private void requirePlaces(Expression operand, Token token) {
        switch (operand) {
            case Expression.Phrase _, Expression.Marked _, Expression.Disguised _ -> {}
            case Expression.Near _ -> {}
            case Expression.Or or -> or.parts().forEach(part -> requirePlaces(part, token));
            case Expression.And _, Expression.Not _, Expression.Attribute _ ->
                    throw failure(token, Code.NEAR_NEEDS_WORDS, operand);
        }
    }

    private Expression term() {
        Token token = take();
        return switch (token.kind()) {
            case OPEN -> parenthesis(token);
            case QUOTED -> phrase(token, TermReader.words(source, token.text(), token.bodyStart()));
            case BRACED -> phrase(token, TermReader.exact(source, token.text(), token.bodyStart()));
            case BARE -> bare(token);
            case END -> throw failure(token, Code.EXPECTED_TERM_AT_END);
            case CLOSE, AND, OR, NOT, NEAR ->
                    throw failure(token, Code.EXPECTED_TERM, token.text());
        };
    }

    private Expression parenthesis(Token open) {
        deeper(open);
        Expression inside = any();
        depth--;
        Token close = take();
        if (close.kind() != Kind.CLOSE) {
            throw failure(open, Code.UNCLOSED_PARENTHESIS);
        }
        return inside;
    }

    private Expression phrase(Token token, List<Term> terms) {
        if (terms.isEmpty()) {
            throw failure(token, Code.NOT_A_WORD, token.text());
        }
        count(token, terms.size());
        return new Expression.Phrase(terms);
    }

    private void count(Token token, int more) {
        words += more;
        if (words > Query.MAX_WORDS) {
            throw failure(token, Code.TOO_MANY_WORDS, Query.MAX_WORDS);
        }
    }

    private Expression bare(Token token) {
        String text = token.text();
        char first = text.charAt(0);
        if (first == '#' || first == '@') {
            return marked(token, first);
        }
        int colon = text.indexOf(':');
        if (colon > 1 && text.substring(0, colon).matches("[A-Za-z]+")) {
            return attribute(token, text.substring(0, colon), text.substring(colon + 1));
        }
        List<Term> terms = TermReader.words(source, text, token.start());
        hints(token, terms);
        if (terms.size() <= 1) {
            return phrase(token, terms);
        }
        count(token, terms.size());
        Expression apart =
                new Expression.And(
                        terms.stream()
                                .<Expression>map(t -> new Expression.Phrase(List.of(t)))
                                .toList());
        warn(QueryWarning.Code.JOINED_WORDS, token.start(), text, apart);
        return apart;
    }

    private void hints(Token token, List<Term> terms) {
        String operator = SMALL_OPERATORS.get(token.text());
        boolean between = at > 1 && peek().kind() != Kind.END && peek().kind() != Kind.CLOSE;
        if (operator != null && between) {
            warn(QueryWarning.Code.LOWERCASE_OPERATOR, token.start(), token.text(), operator);
        }
        if (!terms.isEmpty() && terms.getLast().written().endsWith("?")) {
            warn(QueryWarning.Code.QUESTION_MARK_AT_END, token.start(), token.text());
        }
    }

    private void warn(QueryWarning.Code code, int index, Object... arguments) {
        List<String> texts =
                Stream.of(arguments).map(a -> QueryFailure.shortened(a.toString())).toList();
        warnings.add(new QueryWarning(QueryFailure.column(source, index), code, texts));
    }

    private Expression marked(Token token, char sign) {
        String name = token.text().substring(1);
        boolean plain = name.codePoints().allMatch(QueryParser::isMarkCharacter);
        List<Term> terms = plain ? TermReader.markName(source, name, token.start() + 1) : List.of();
        if (terms.size() != 1 || name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw failure(token, Code.MARK_NAME, token.text());
        }
        count(token, 1);
        return new Expression.Marked(sign, terms.getFirst());
    }

    private static boolean isMarkCharacter(int codePoint) {
        char value = Folding.of(codePoint);
        return codePoint == '_'
                || codePoint == '*'
                || codePoint == '?'
                || (value != Folding.SEPARATOR && value != Folding.SIGN);
    }

    private Expression attribute(Token token, String name, String value) {
        Optional<Field> known = Field.named(name);
        if (known.isEmpty()) {
            throw failure(token, Code.UNKNOWN_FIELD, name, fieldNames());
        }
        Field field = known.get();
        if (value.isBlank()) {
            throw failure(token, Code.MISSING_VALUE, field.written());
        }
        count(token, 1);
        if (field == Field.DISGUISED) {
            return disguised(token, value);
        }
        String lower = value.strip().toLowerCase(Locale.ROOT);
        if (!field.options().isEmpty() && !field.options().contains(lower)) {
            String allowed = String.join(", ", field.options());
            throw failure(token, Code.UNKNOWN_VALUE, field.written(), value, allowed);
        }
        return new Expression.Attribute(field, field.options().isEmpty() ? value.strip() : lower);
    }

    private static String fieldNames() {
        return Stream.of(Field.values())
                .map(f -> f.written() + ":")
                .collect(Collectors.joining(", "));
    }

    private Expression disguised(Token token, String value) {
        int offset = token.start() + token.text().length() - value.length();
        List<Term> terms = TermReader.words(source, value, offset);
        if (terms.size() != 1 || !(terms.getFirst() instanceof Term.Plain(String word))) {
            throw failure(token, Code.NOT_A_WORD, value);
        }
        return new Expression.Disguised(word);
    }
}
