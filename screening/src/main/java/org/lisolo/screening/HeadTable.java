package org.lisolo.screening;

import java.util.HashSet;
import java.util.Set;

/**
 * What patterns with {@code *} and {@code ?} begin with. A word is walked character by character,
 * as far as any head goes on. Immutable.
 */
final class HeadTable {
    private final KeyTable heads;
    private final HashFilter beginnings;
    private final int shortest;

    private HeadTable(Builder builder) {
        this.heads = builder.heads.build();
        this.shortest = builder.shortest;
        this.beginnings = new HashFilter(builder.beginnings.size());
        builder.beginnings.forEach(b -> beginnings.put(WordHash.mix(WordHash.of(b))));
    }

    /** Collects the heads of a table. */
    static final class Builder {
        private final KeyTable.Builder heads = new KeyTable.Builder();
        private final Set<String> beginnings = new HashSet<>();
        private int shortest = Integer.MAX_VALUE;

        void add(String head, int unit) {
            heads.add(head, unit);
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

    /** Whether some head may begin so. */
    boolean mayBegin(long mixed) {
        return beginnings.mayHave(mixed) != 0;
    }

    long bytes() {
        return heads.bytes() + beginnings.bytes();
    }
}
