package org.lisolo.server.archive;

import org.lisolo.server.archive.DocumentStore.Hit;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Message;

import java.util.Map;

/**
 * A message is shown once, by its newest version that matches.
 *
 * @param positions of what happened to messages of more than one version
 * @param until where the log ended when the search began
 */
record Superseding(Map<EventId, Long> positions, long until) {
    static final Superseding NONE = new Superseding(Map.of(), 0);

    /** Whether a later version of the message matches, too. */
    boolean by(Message message, Hit hit, Decision decision) {
        return message.versions().stream()
                .filter(version -> isLater(positions.get(version.id()), hit))
                .anyMatch(version -> decision.includes(message, version));
    }

    private boolean isLater(@org.jspecify.annotations.Nullable Long position, Hit hit) {
        return position != null && position > hit.position() && position <= until;
    }
}
