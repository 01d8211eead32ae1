package org.lisolo.server.evidence;

/**
 * A bean that is told on each node when the log has grown. It may be told twice, and after an
 * outage once for many growths; it is told on one thread for all, so it must return soon.
 */
@FunctionalInterface
public interface LogListener {
    /**
     * The log has entries up to and including this position, all of which can be read.
     *
     * @param size the number of entries, which is the last one's position
     */
    void grown(long size);
}
