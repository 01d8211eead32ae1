package org.lisolo.screening;

import java.util.List;

/**
 * Why a query is true or not true of a post, part by part.
 *
 * @param part of the query
 * @param matched whether it is true
 * @param spans the words that make it true, in the order of the text
 * @param parts the same of what it is made of; empty for a word, a phrase, a mark or a field
 */
public record Explanation(
        Expression part, boolean matched, List<Span> spans, List<Explanation> parts) {
    public Explanation {
        spans = List.copyOf(spans);
        parts = List.copyOf(parts);
    }

    /** Explains a query on a post; slower than screening, for one rule and one post. */
    public static Explanation of(Query query, Post post) {
        return new PostReading(post).explain(query.expression());
    }
}
