package org.lisolo.server.directory;

/**
 * Open without a break.
 *
 * @param opens minutes after midnight, below 1440
 * @param closes minutes after the same midnight, exclusive; beyond 1440 in the night that follows
 */
public record OpenSpan(int opens, int closes) {
    static final int DAY = 1440;
    static final OpenSpan WHOLE_DAY = new OpenSpan(0, DAY);

    public OpenSpan {
        if (opens < 0 || opens >= DAY || closes <= opens || closes > opens + DAY) {
            throw new IllegalArgumentException("no span from " + opens + " to " + closes);
        }
    }
}
