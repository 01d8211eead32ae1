package org.lisolo.server.monitoring.rules;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.Urgency;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule says.
 *
 * @param query in the language of {@link org.lisolo.screening.Query}
 * @param channels where it listens; empty means everywhere
 * @param allowed how long a case may wait for its end, by the clock, nights and Sundays included
 */
public record RuleTerms(
        String name,
        String query,
        Set<ChannelId> channels,
        Urgency urgency,
        Told told,
        Optional<Duration> allowed) {
    public RuleTerms {
        channels = Set.copyOf(channels);
    }

    public boolean listensTo(ChannelId channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    boolean looksForTheSameAs(RuleTerms other) {
        return query.equals(other.query) && channels.equals(other.channels);
    }
}
