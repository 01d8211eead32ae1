package org.lisolo.screening;

import java.util.Arrays;

/**
 * Places of one part of a query in one post, in the order of the text and each once. Its arrays are
 * used again. For one thread at a time.
 */
final class Places {
    int count;

    /** First word in the upper half, last word in the lower. */
    long[] words = new long[16];

    /** Start in the text in the upper half, end in the lower. */
    long[] spans = new long[16];

    private boolean[] kept = new boolean[16];
    private boolean sorted = true;

    void clear() {
        count = 0;
        sorted = true;
    }

    static long pack(int upper, int lower) {
        return ((long) upper << 32) | lower;
    }

    int first(int i) {
        return (int) (words[i] >>> 32);
    }

    int last(int i) {
        return (int) words[i];
    }

    void add(long place, long span) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
            spans = Arrays.copyOf(spans, count * 2);
            kept = Arrays.copyOf(kept, count * 2);
        }
        if (count > 0 && compare(count - 1, place, span) >= 0) {
            sorted = false;
        }
        words[count] = place;
        spans[count] = span;
        kept[count] = false;
        count++;
    }

    private int compare(int i, long place, long span) {
        int byWords = Long.compare(words[i], place);
        return byWords != 0 ? byWords : Long.compare(spans[i], span);
    }

    void keep(int i) {
        kept[i] = true;
    }

    /** Adds those of another that were kept. */
    void addKept(Places other) {
        for (int i = 0; i < other.count; i++) {
            if (other.kept[i]) {
                add(other.words[i], other.spans[i]);
            }
        }
    }

    /** The first place whose first word is {@code word} or later. */
    int from(int word) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first(middle) < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Puts them in order and drops what is there twice. */
    void tidy() {
        if (sorted) {
            return;
        }
        for (int root = count / 2 - 1; root >= 0; root--) {
            sink(root, count);
        }
        for (int end = count - 1; end > 0; end--) {
            swap(0, end);
            sink(0, end);
        }
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (distinct == 0 || compare(distinct - 1, words[i], spans[i]) != 0) {
                words[distinct] = words[i];
                spans[distinct++] = spans[i];
            }
        }
        count = distinct;
        Arrays.fill(kept, 0, count, false);
        sorted = true;
    }

    private void sink(int from, int end) {
        int root = from;
        while (2 * root + 1 < end) {
            int child = 2 * root + 1;
            if (child + 1 < end && compare(child, words[child + 1], spans[child + 1]) < 0) {
                child++;
            }
            if (compare(root, words[child], spans[child]) >= 0) {
                return;
            }
            swap(root, child);
            root = child;
        }
    }

    private void swap(int i, int j) {
        long place = words[i];
        words[i] = words[j];
        words[j] = place;
        long span = spans[i];
        spans[i] = spans[j];
        spans[j] = span;
    }
}
