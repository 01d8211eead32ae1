package org.lisolo.screening;

/**
 * A stretch of a text, in UTF-16 code units of the text as it was written: {@code start} is the
 * first unit, {@code end} is one past the last.
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    /** The characters of the span. */
    public CharSequence in(CharSequence text) {
        return text.subSequence(start, end);
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
