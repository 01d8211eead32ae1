package org.lisolo.server.monitoring.alerts;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.Urgency;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which alerts a list shows; it lives in the address, so that a link shows a colleague the same.
 */
public record AlertFilter(
        Optional<RuleId> rule,
        Optional<ChannelId> channel,
        Optional<Urgency> urgency,
        Since since) {

    /** How far back. */
    public enum Since {
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        MONTH(Duration.ofDays(30)),
        ALL(Duration.ZERO);

        private final Duration length;

        Since(Duration length) {
            this.length = length;
        }

        /** Nothing if there is no limit. */
        public Optional<Duration> length() {
            return this == ALL ? Optional.empty() : Optional.of(length);
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
