package org.lisolo.screening;

/** Where a part of a query stands: its first and last word, and its stretch of the text. */
record Place(int firstWord, int lastWord, Span span) implements Comparable<Place> {
    /** Whether at most {@code within} words lie between this and a place after it. */
    boolean isBefore(Place other, int within) {
        int between = other.firstWord - lastWord - 1;
        return between >= 0 && between <= within;
    }

    @Override
    public int compareTo(Place other) {
        int byFirst = Integer.compare(firstWord, other.firstWord);
        int byLast = Integer.compare(lastWord, other.lastWord);
        return byFirst != 0 ? byFirst : byLast != 0 ? byLast : span.compareTo(other.span);
    }
}
