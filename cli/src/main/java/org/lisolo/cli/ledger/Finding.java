package org.lisolo.cli.ledger;

/**
 * The first thing wrong in a log.
 *
 * @param position of the entry, counted from 1; 0 if it is about the whole log
 * @param sentence what was done to it
 */
record Finding(long position, String sentence) {
    @Override
    public String toString() {
        return position == 0 ? sentence : "entry " + position + ": " + sentence;
    }
}
