package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.server.message.EventId;

import java.util.List;

/**
 * An event whose words were screened, and what was found. It holds no words.
 *
 * @param version of the recognisers
 */
record ScreenedWords(EventId event, int version, List<PhiFinding> found) {
    ScreenedWords {
        found = List.copyOf(found);
    }
}
