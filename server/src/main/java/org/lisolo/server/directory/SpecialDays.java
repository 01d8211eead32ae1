package org.lisolo.server.directory;

import java.time.LocalDate;
import java.util.List;

/**
 * Days on which the hours of the week don't hold.
 *
 * @param last inclusive
 * @param spans when the doors are open instead, on each of the days; empty for closed
 * @param label why, in the organisation's words; may be empty
 */
public record SpecialDays(LocalDate first, LocalDate last, List<OpenSpan> spans, String label) {
    public SpecialDays {
        spans = List.copyOf(spans);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
