package org.lisolo.screening;

import java.util.Arrays;

/** The spans of the matches of one post, one match after the other. For one thread at a time. */
final class SpanBuffer {
    /** Of one post; a rule whose words are more than are left shows none. */
    static final int MOST_SPANS = 1_000_000;

    private long[] spans = new long[64];
    private int count;

    void clear() {
        count = 0;
    }

    /** Forgets those from there on. */
    void cut(int from) {
        count = from;
    }

    int count() {
        return count;
    }

    /** Adds one; {@link Spent} when there are enough. */
    void add(long span) {
        if (count == MOST_SPANS) {
            throw new Spent();
        }
        if (count == spans.length) {
            spans = Arrays.copyOf(spans, count * 2);
        }
        spans[count++] = span;
    }

    int start(int i) {
        return (int) (spans[i] >>> 32);
    }

    int end(int i) {
        return (int) spans[i];
    }

    /** Puts the spans from {@code from} on in order, each once. */
    void tidy(int from) {
        boolean inOrder = true;
        for (int i = from + 1; i < count && inOrder; i++) {
            inOrder = spans[i - 1] < spans[i];
        }
        if (inOrder) {
            return;
        }
        Arrays.sort(spans, from, count);
        int distinct = from + 1;
        for (int i = from + 1; i < count; i++) {
            if (spans[i] != spans[distinct - 1]) {
                spans[distinct++] = spans[i];
            }
        }
        count = distinct;
    }
}
