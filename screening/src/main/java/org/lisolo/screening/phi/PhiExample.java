package org.lisolo.screening.phi;

import org.lisolo.screening.Span;

import java.util.List;

/**
 * A text whose identifiers are known, to learn from.
 *
 * @param marked without overlap, in any order
 */
public record PhiExample(String text, List<Marked> marked) {
    public PhiExample {
        marked = List.copyOf(marked);
    }

    /** What a marked stretch is. The last three are told from identifiers, and are none. */
    public enum Kind {
        NAME,
        LOCATION,
        /** A house's number and street, and what is written as one with them. */
        ADDRESS,
        DATE,
        PHONE,
        ID,
        ORGANISATION,
        COUNTRY,
        TITLE
    }

    /** A stretch of the text and what it is. */
    public record Marked(Span span, Kind kind) {}
}
