package org.lisolo.server.monitoring.starters;

import org.lisolo.server.monitoring.Urgency;

import java.time.Duration;
import java.util.Locale;

/**
 * A rule to begin with.
 *
 * @param id its name in addresses
 * @param language that of its words, {@code fr} or {@code en}; its name and description are in it
 *     too
 * @param about what it watches for, in a sentence
 * @param allowed how long a case may wait
 */
public record Starter(
        String id,
        Kind kind,
        String language,
        String name,
        String about,
        String query,
        Urgency urgency,
        Duration allowed) {

    /** What is watched for, in the order of the page. */
    public enum Kind {
        EMERGENCY,
        THREAT,
        OUTBREAK,
        RUMOUR,
        COMPLAINT,
        STAFF,
        PRESS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
