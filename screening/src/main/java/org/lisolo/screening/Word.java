package org.lisolo.screening;

/**
 * A word of a text.
 *
 * @param folded its letters and digits without case, accents, width and ligatures; a letter three
 *     or more times in a row is kept three times
 * @param start where it begins in the text as written, in UTF-16 units
 * @param end one past its last letter or accent there
 */
public record Word(String folded, int start, int end) {
    public Span span() {
        return new Span(start, end);
    }
}
