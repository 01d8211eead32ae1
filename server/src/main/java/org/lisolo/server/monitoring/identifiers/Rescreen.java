package org.lisolo.server.monitoring.identifiers;

import org.lisolo.server.message.EventId;

import java.time.Instant;
import java.util.Optional;

/**
 * How far what was screened before was screened again by a new version of the recognisers.
 *
 * @param before events below this one are still to be looked at
 * @param looked how many events were looked at
 * @param changed in how many of them something else was found
 * @param total how many events there were at the beginning
 */
public record Rescreen(
        int version,
        EventId before,
        long looked,
        long changed,
        long total,
        Instant begunAt,
        Optional<Instant> endedAt) {
    public boolean isRunning() {
        return endedAt.isEmpty();
    }

    /** Of 100. */
    public int percent() {
        return total == 0 ? 100 : (int) Math.min(100, looked * 100 / total);
    }

    Rescreen after(EventId last, int looked, int changed) {
        return new Rescreen(
                version,
                last,
                this.looked + looked,
                this.changed + changed,
                total,
                begunAt,
                endedAt);
    }
}
