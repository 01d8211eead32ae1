package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.past.Days;

import java.time.Instant;
import java.util.List;

/**
 * What a rule would have caught.
 *
 * @param looked over how many messages, the newest of the period
 * @param from the time of receipt of the oldest of them
 * @param complete whether these were all of the period
 * @param caught how many of them match
 * @param days that were looked at
 * @param examples the newest few
 */
public record Preview(
        int looked, Instant from, boolean complete, int caught, Days days, List<Example> examples) {
    public Preview {
        examples = List.copyOf(examples);
    }

    /** A message that matches. */
    public record Example(ChannelId channel, String author, Instant receivedAt, Excerpt excerpt) {}
}
