package org.lisolo.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which units one post has, and where. Nothing is wiped between posts: what belongs to a post bears
 * its number. For one thread at a time.
 */
final class Occurrences {
    private static final int STRIDE = 4;

    /**
     * Places that may be looked at to decide the rules of one post: some thousand times what a post
     * of usual length needs, and less than a second's work.
     */
    static final long MOST_STEPS = 100_000_000;

    private int post;

    /**
     * For each unit: the post it was last seen in, its first and its last occurrence there, and,
     * because the row is at hand then, where the rules to be tried are listed.
     */
    private final int[] state;

    /** Where the rules to be tried are listed for the units of this post. */
    int[] lists = new int[64];

    int listCount;

    private int count;
    private int[] next = new int[64];
    private long[] words = new long[64];
    private long[] spans = new long[64];

    private int[] cursors = new int[8];
    private final List<Places> places = new ArrayList<>();
    private int borrowed;
    private long left;

    /**
     * @param postingStart for each unit where its rules are listed, 0 for none
     */
    Occurrences(int[] postingStart) {
        state = new int[postingStart.length * STRIDE];
        for (int unit = 0; unit < postingStart.length; unit++) {
            state[unit * STRIDE + 3] = postingStart[unit];
        }
    }

    void nextPost() {
        post++;
        if (post == 0) { // after 2^32 posts the numbers begin again
            for (int unit = 0; unit < state.length; unit += STRIDE) {
                state[unit] = 0;
            }
            post = 1;
        }
        count = 0;
        listCount = 0;
        allow(MOST_STEPS);
    }

    /** Gives so much work to what follows, and takes back what was borrowed. */
    void allow(long steps) {
        left = steps;
        borrowed = 0;
    }

    /** Takes some of the work that is left; {@link Spent} when nothing is. */
    void spend(int steps) {
        left -= steps;
        if (left < 0) {
            borrowed = 0;
            throw new Spent();
        }
    }

    boolean has(int unit) {
        return state[unit * STRIDE] == post;
    }

    /** 1 if the unit is in this post, else 0: {@link #has} without a branch. */
    int count(int unit) {
        int other = state[unit * STRIDE] ^ post;
        return 1 + ((other | -other) >> 31);
    }

    /** Notes a unit that has no place, such as a language. */
    void add(int unit) {
        add(unit, -1);
    }

    /** Notes a unit from one word to another and its stretch of the text. */
    void add(int unit, int firstWord, int lastWord, int start, int end) {
        if (count == next.length) {
            next = Arrays.copyOf(next, count * 2);
            words = Arrays.copyOf(words, count * 2);
            spans = Arrays.copyOf(spans, count * 2);
        }
        words[count] = Places.pack(firstWord, lastWord);
        spans[count] = Places.pack(start, end);
        next[count] = -1;
        add(unit, count);
        count++;
    }

    private void add(int unit, int occurrence) {
        int at = unit * STRIDE;
        if (state[at] != post) {
            state[at] = post;
            state[at + 1] = occurrence;
            addList(state[at + 3]);
        } else if (occurrence >= 0) {
            next[state[at + 2]] = occurrence;
        }
        state[at + 2] = occurrence;
    }

    private void addList(int list) {
        if (listCount == lists.length) {
            lists = Arrays.copyOf(lists, listCount * 2);
        }
        lists[listCount] = list; // stays only if the next line steps past it
        listCount += -list >>> 31;
    }

    /** The first occurrence of a unit, or -1. */
    int first(int unit) {
        return has(unit) ? state[unit * STRIDE + 1] : -1;
    }

    /** The next occurrence of the same unit, or -1. */
    int next(int occurrence) {
        return next[occurrence];
    }

    long words(int occurrence) {
        return words[occurrence];
    }

    long span(int occurrence) {
        return spans[occurrence];
    }

    /** Adds the places of a unit. */
    void places(int unit, Places into) {
        spend(1);
        for (int i = first(unit); i >= 0; i = next[i]) {
            into.add(words[i], spans[i]);
        }
        spend(into.count);
    }

    /** Adds the spans of a unit. */
    void spans(int unit, SpanBuffer into) {
        for (int i = first(unit); i >= 0; i = next[i]) {
            into.add(spans[i]);
        }
    }

    /** The first occurrences of some units, in an array that is used again. */
    int[] cursors(int[] units) {
        if (cursors.length < units.length) {
            cursors = new int[units.length];
        }
        for (int i = 0; i < units.length; i++) {
            cursors[i] = first(units[i]);
        }
        return cursors;
    }

    /** The word of an occurrence, the first if it has several. */
    int word(int occurrence) {
        return (int) (words[occurrence] >>> 32);
    }

    /** Where an occurrence starts in the text. */
    int start(int occurrence) {
        return (int) (spans[occurrence] >>> 32);
    }

    /** Where it ends. */
    int end(int occurrence) {
        return (int) spans[occurrence];
    }

    /** An empty list of places; give it back in the reverse order of borrowing. */
    Places borrow() {
        if (borrowed == places.size()) {
            places.add(new Places());
        }
        Places empty = places.get(borrowed++);
        empty.clear();
        return empty;
    }

    void giveBack() {
        borrowed--;
    }
}
