package org.lisolo.screening;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a query says, as a tree. {@code toString} writes it back in the language, every operator
 * with its parentheses.
 */
public sealed interface Expression {
    /** Whether it is that part, or has it somewhere within. */
    default boolean has(Expression part) {
        return equals(part)
                || switch (this) {
                    case And and -> and.parts.stream().anyMatch(one -> one.has(part));
                    case Or or -> or.parts.stream().anyMatch(one -> one.has(part));
                    case Not not -> not.part.has(part);
                    case Near near -> near.left.has(part) || near.right.has(part);
                    case Phrase _, Marked _, Disguised _, Attribute _ -> false;
                };
    }

    /** One word, or words that follow each other. */
    record Phrase(List<Term> terms) implements Expression {
        public Phrase {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            boolean exact = terms.getFirst() instanceof Term.Exact;
            String words = terms.stream().map(Term::written).collect(Collectors.joining(" "));
            if (exact) {
                return "{" + words + "}";
            }
            return terms.size() == 1 ? words : "\"" + words + "\"";
        }
    }

    /**
     * A hashtag or a name.
     *
     * @param sign {@code #} or {@code @}
     * @param name what follows it; letters, digits and {@code _}
     */
    record Marked(char sign, Term name) implements Expression {
        @Override
        public String toString() {
            return sign + name.written();
        }
    }

    /** A word even where signs, digits or foreign letters stand for its letters. */
    record Disguised(String word) implements Expression {
        @Override
        public String toString() {
            return "disguised:" + word;
        }
    }

    /** What is known of the post beside its text. */
    record Attribute(Field field, String value) implements Expression {
        @Override
        public String toString() {
            boolean plain = value.chars().allMatch(c -> c > ' ' && "(){}\"".indexOf(c) < 0);
            return field.written() + ":" + (plain ? value : "\"" + value + "\"");
        }
    }

    /** All of them. */
    record And(List<Expression> parts) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " AND ");
        }
    }

    /** At least one of them. */
    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " OR ");
        }
    }

    /** Not so. */
    record Not(Expression part) implements Expression {
        @Override
        public String toString() {
            return "NOT " + part;
        }
    }

    /**
     * A place of the left with at most {@code within} words between it and a place of the right.
     * Its own places are those of both that stand so; a third may be near them in turn.
     *
     * @param ordered whether the left must come first
     */
    record Near(Expression left, Expression right, int within, boolean ordered)
            implements Expression {
        @Override
        public String toString() {
            return "(" + left + (ordered ? " ONEAR/" : " NEAR/") + within + " " + right + ")";
        }
    }

    private static String joined(List<Expression> parts, String operator) {
        return parts.stream()
                .map(Expression::toString)
                .collect(Collectors.joining(operator, "(", ")"));
    }
}
