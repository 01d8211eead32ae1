package org.lisolo.server.platform;

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
}
