package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.format.Reason;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What waits, with its filters.
 *
 * @param channels names by id
 * @param reasons how many wait for each
 * @param older the address of the page after this one, or empty
 */
public record SetAsidePage(
        List<Row> rows,
        Map<String, String> channels,
        Map<String, Long> reasons,
        String channel,
        String code,
        String older) {

    /** One payload in the list. */
    public record Row(String path, String channel, Reason reason, Instant received) {}

    public boolean isFiltered() {
        return !channel.isEmpty() || !code.isEmpty();
    }
}
