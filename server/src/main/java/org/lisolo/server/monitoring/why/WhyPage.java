package org.lisolo.server.monitoring.why;

import org.lisolo.screening.Excerpt;
import org.lisolo.screening.Explanation;
import org.lisolo.screening.Expression;
import org.lisolo.server.monitoring.rules.Rule;

import java.time.Instant;
import java.util.List;

/**
 * Why a rule matched an event.
 *
 * @param rule in the version that matched
 * @param current whether that is what the rule looks for now
 * @param message its page in the archive
 * @param text the words with what made the rule true marked
 */
public record WhyPage(
        Rule rule,
        boolean current,
        String message,
        String author,
        String channel,
        Instant receivedAt,
        boolean deletion,
        Excerpt text,
        Part whole) {

    /**
     * A part of the query.
     *
     * @param key of the words that say what it is
     * @param number of words, for proximity; else 0
     * @param written in the language of queries
     */
    public record Part(
            String key,
            int number,
            String written,
            boolean matched,
            List<Place> places,
            List<Part> parts) {
        public Part {
            places = List.copyOf(places);
            parts = List.copyOf(parts);
        }
    }

    /** Words and where they stand, in characters counted from 1. */
    public record Place(String words, int from, int to) {}

    static Part part(Explanation why, String text) {
        return new Part(
                key(why.part()),
                why.part() instanceof Expression.Near near ? near.within() : 0,
                why.part().toString(),
                why.matched(),
                why.spans().stream()
                        .map(
                                span ->
                                        new Place(
                                                span.in(text).toString(),
                                                text.codePointCount(0, span.start()) + 1,
                                                text.codePointCount(0, span.end())))
                        .toList(),
                why.parts().stream().map(part -> part(part, text)).toList());
    }

    private static String key(Expression part) {
        return switch (part) {
            case Expression.And _ -> "and";
            case Expression.Or _ -> "or";
            case Expression.Not _ -> "not";
            case Expression.Near near -> near.ordered() ? "onear" : "near";
            case Expression.Phrase phrase -> phrase.terms().size() > 1 ? "phrase" : "word";
            case Expression.Marked _ -> "mark";
            case Expression.Disguised _ -> "disguised";
            case Expression.Attribute _ -> "field";
        };
    }
}
