package org.lisolo.server.community.moderation;

import org.lisolo.server.community.SpaceId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody asks for a decision to be made anew, by somebody else. */
public record Appeal(
        UUID decision, SpaceId space, String words, Instant asked, Optional<Outcome> outcome) {

    /**
     * What came of it.
     *
     * @param upheld whether the decision stays
     */
    public record Outcome(boolean upheld, String answer, Instant at) {}

    public String path() {
        return "/moderation/appeals/" + decision;
    }
}
