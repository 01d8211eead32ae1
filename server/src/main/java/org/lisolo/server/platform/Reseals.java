package org.lisolo.server.platform;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;

/**
 * Every module that keeps sealed columns or look-up hashes has a bean of this kind for each
 * purpose: when its keys are changed, all of it is sealed anew in the background, and then the old
 * keys can be destroyed. What lasts less than a day needs none.
 */
public interface Reseals {
    /** The word that the vault was asked with. */
    String purpose();

    /** What it seals anew, as schema.table.column. */
    Set<String> columns();

    /** How many rows still hold something that older keys made. */
    long left();

    /**
     * Opens and seals anew about as many rows as say, in a transaction of its own; a row that is
     * changed meanwhile keeps the change.
     *
     * @return how many were sealed anew; fewer than asked, and it is done
     */
    int reseal(int atMost);

    /** Several of one purpose, as one. */
    static Reseals together(List<Reseals> parts) {
        return new Reseals() {
            @Override
            public String purpose() {
                return parts.getFirst().purpose();
            }

            @Override
            public Set<String> columns() {
                return parts.stream()
                        .flatMap(part -> part.columns().stream())
                        .collect(toUnmodifiableSet());
            }

            @Override
            public long left() {
                return parts.stream().mapToLong(Reseals::left).sum();
            }

            @Override
            public int reseal(int atMost) {
                int done = 0;
                for (Reseals part : parts) {
                    if (done < atMost) {
                        done += part.reseal(atMost - done);
                    }
                }
                return done;
            }
        };
    }
}
