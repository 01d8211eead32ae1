package org.lisolo.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What patterns with {@code *} and {@code ?} begin with. A word whose first letters may be those of
 * a head is walked character by character, as far as any head goes on. Immutable.
 */
final class HeadTable {
    private final KeyTable heads;

    /** By packed word: the first letters, as many as the shortest head has, or as can be packed. */
    private final HashFilter packed;

    private final long firstLetters;
    private final int shortest;

    /** By packed word: all that heads begin with. */
    private final HashFilter beginnings;

    /** By packed word: the heads themselves. */
    private final HashFilter whole;

    private HeadTable(Builder builder) {
        heads = builder.heads.build();
        shortest = builder.shortest;
        firstLetters = PackedWord.mask(shortest);
        packed = new HashFilter(builder.texts.size());
        whole = new HashFilter(builder.texts.size());
        for (String head : builder.texts) {
            int letters = Math.min(shortest, PackedWord.LETTERS);
            packed.put(WordHash.mix(PackedWord.of(head.substring(0, letters))));
            whole.put(WordHash.mix(PackedWord.of(head)));
        }
        beginnings = new HashFilter(builder.beginnings.size());
        builder.beginnings.forEach(b -> beginnings.put(WordHash.mix(PackedWord.of(b))));
    }

    /** Collects the heads of a table. */
    static final class Builder {
        private final KeyTable.Builder heads = new KeyTable.Builder();
        private final List<String> texts = new ArrayList<>();
        private final Set<String> beginnings = new HashSet<>();
        private int shortest = Integer.MAX_VALUE;

        /** A head and one of its units; certain if a word with the head has the unit. */
        void add(String head, int unit, boolean isCertain) {
            heads.add(head, unit, isCertain);
            texts.add(head);
            shortest = Math.min(shortest, head.length());
            for (int end = 1; end <= head.length(); end++) {
                beginnings.add(head.substring(0, end));
            }
        }

        HeadTable build() {
            return new HeadTable(this);
        }
    }

    boolean isEmpty() {
        return heads.isEmpty();
    }

    KeyTable heads() {
        return heads;
    }

    /** Length of the shortest head; words that are shorter need not be walked. */
    int shortest() {
        return shortest;
    }

    /** The bits of a packed word that {@link #mayHave} is asked with. */
    long firstLetters() {
        return firstLetters;
    }

    /** Whether a word with these first letters may begin as a head does: one bit, 0 or 1. */
    int mayHave(long firstLetters) {
        return packed.mayHave(WordHash.mix(firstLetters));
    }

    /** Whether some head may begin with this packed word. */
    boolean mayBegin(long packed) {
        return beginnings.mayHave(WordHash.mix(packed)) != 0;
    }

    /** Whether it may be a head. */
    boolean mayBe(long packed) {
        return whole.mayHave(WordHash.mix(packed)) != 0;
    }

    long bytes() {
        return heads.bytes() + beginnings.bytes() + whole.bytes() + packed.bytes();
    }
}
