package org.lisolo.server.community.goals;

import org.lisolo.server.community.ContributionId;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody proposes to themselves.
 *
 * @param words their own; may be empty where the kind says it
 * @param begins the first day, or the Monday of the first week
 * @param discussion in which they show it
 */
public record Goal(
        UUID id,
        GoalKind kind,
        String words,
        Rhythm rhythm,
        LocalDate begins,
        Optional<ContributionId> discussion) {
    public String path() {
        return "/me/goals/" + id;
    }

    @Override
    public String toString() {
        return "a goal";
    }
}
