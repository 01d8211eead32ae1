package org.lisolo.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * What a query asks of an index that keeps posts under their {@link IndexKeys}: every post that the
 * query is true of is among the candidates, and more; the engine decides. Nothing is asked of what
 * must not be there, of the order of words, or of deletions.
 */
public sealed interface Candidates {
    /** A key, or all keys that begin so. */
    record Key(String key, boolean beginning) implements Candidates {}

    /** All of them; at least two. */
    record All(List<Candidates> parts) implements Candidates {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them; at least two. */
    record Any(List<Candidates> parts) implements Candidates {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Any post. */
    record Everything() implements Candidates {}

    /** The candidates for a query. */
    static Candidates of(Query query) {
        return of(query.expression());
    }

    private static Candidates of(Expression expression) {
        return switch (expression) {
            case Expression.And and -> all(and.parts().stream().map(Candidates::of).toList());
            case Expression.Or or -> any(or.parts().stream().map(Candidates::of).toList());
            case Expression.Not _ -> new Everything();
            case Expression.Near near -> all(List.of(of(near.left()), of(near.right())));
            case Expression.Phrase phrase ->
                    all(phrase.terms().stream().map(term -> term("", term)).toList());
            case Expression.Marked marked -> term(Character.toString(marked.sign()), marked.name());
            case Expression.Disguised(String word) ->
                    any(
                            List.of(
                                    new Key(IndexKeys.key(word), false),
                                    new Key(IndexKeys.disguised(Disguises.skeleton(word)), false)));
            case Expression.Attribute attribute -> attribute(attribute);
        };
    }

    private static Candidates term(String sign, Term term) {
        return switch (term) {
            case Term.Plain plain -> new Key(IndexKeys.key(sign + plain.folded()), false);
            case Term.Exact exact -> new Key(IndexKeys.key(sign + exact.folded()), false);
            case Term.Wild wild -> new Key(IndexKeys.key(sign + wild.head()), true);
        };
    }

    private static Candidates attribute(Expression.Attribute attribute) {
        Field field = attribute.field();
        String value = attribute.value();
        return switch (field) {
            case LANG -> new Key(IndexKeys.field(field, Attributes.language(value)), false);
            case AUTHOR, CHANNEL -> {
                String folded = Attributes.fold(value);
                boolean open = folded.endsWith("*");
                String name = open ? folded.substring(0, folded.length() - 1) : folded;
                yield new Key(IndexKeys.field(field, name), open);
            }
            case HAS -> new Key(IndexKeys.field(field, value), false);
            case IS ->
                    value.equals("delete")
                            ? new Everything()
                            : new Key(IndexKeys.field(field, value), false);
            case DISGUISED -> new Everything();
        };
    }

    private static Candidates all(List<Candidates> parts) {
        List<Candidates> asked = new ArrayList<>();
        for (Candidates part : parts) {
            if (!(part instanceof Everything) && !asked.contains(part)) {
                asked.add(part);
            }
        }
        return switch (asked.size()) {
            case 0 -> new Everything();
            case 1 -> asked.getFirst();
            default -> new All(asked);
        };
    }

    private static Candidates any(List<Candidates> parts) {
        return parts.stream().anyMatch(part -> part instanceof Everything)
                ? new Everything()
                : parts.size() == 1 ? parts.getFirst() : new Any(parts);
    }
}
