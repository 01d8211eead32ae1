package org.lisolo.server.monitoring.past;

/**
 * Something that looks through the past in the background, a step at a time. A step is one
 * transaction, with what it found and how far it came: a crash repeats nothing and skips nothing,
 * and one node at a time is at it.
 */
public interface PastSteps {
    /** Begins what is to be begun and takes a step; whether there is more to do at once. */
    boolean step();
}
